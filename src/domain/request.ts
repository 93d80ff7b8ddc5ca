import type { Identity } from './identity'
import type { ModelRef } from './model'
import type { EpochMs } from './time'

export const requestStatuses = ['requested', 'approved', 'rejected', 'withdrawn', 'done'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** What a person may answer to a request; `withdrawn` is its requester's. */
export const requestAnswers = ['approved', 'rejected', 'withdrawn'] as const
export type RequestAnswer = (typeof requestAnswers)[number]

/** A request that a version be promoted, as the tag `modeldeck.request.<id>` on that version holds it. */
export interface PromotionRequest {
  /** ULID: sorts by time. */
  id: string
  status: RequestStatus
  requester: Identity
  at: EpochMs
  reason: string
  /** Who approved, rejected or withdrew it, and when; `null`: nobody yet. */
  decidedBy: (Identity & { at: EpochMs; reason: string }) | null
  /** The decision that carried it out, once `done`. */
  change: string | null
}

/** One comment on a request, as the tag `modeldeck.comment.<request>.<id>` holds it; untrusted text. */
export interface RequestComment {
  id: string
  request: string
  author: Identity
  at: EpochMs
  text: string
  /** What the comment decides; absent where it only says something. */
  decides?: Exclude<RequestStatus, 'requested'> | undefined
  /** With `decides: 'done'`: the decision that carried the request out. */
  change?: string | undefined
}

/** A request with everything that was said to it; `status` and the rest follow from all of it. */
export interface RequestThread extends PromotionRequest {
  /** Oldest first. */
  comments: readonly RequestComment[]
}

/** A request with the version that is asked for. */
export interface PlacedRequest extends RequestThread {
  model: ModelRef
  version: string
}

/** The longest reason, answer or comment, in characters. */
export const commentLimit = 1500

/** Whether somebody still has to act on it. */
export function isOpenRequest(request: Pick<PromotionRequest, 'status'>): boolean {
  return request.status === 'requested' || request.status === 'approved'
}

/**
 * The state of a request after everything that was said to it. The strongest word counts, in the order of
 * `requestStatuses`: one rejection outweighs every approval, and nothing takes back what was carried out.
 * So it does not matter in which order two answers arrive, nor what their clocks say.
 */
export function threadOf(request: PromotionRequest, comments: readonly RequestComment[]): RequestThread {
  const own = comments.filter((comment) => comment.request === request.id)
  const said = own.flatMap(({ decides }) => decides ?? [])
  const status = [request.status, ...said].reduce((a, b) => (rank(b) > rank(a) ? b : a))
  const decisive = own.find(({ decides }) => decides === status)
  return {
    ...request,
    status,
    // What carries a request out does not replace who approved it.
    decidedBy: status === 'done' ? (answerOf(own, 'approved') ?? request.decidedBy) : (answerOf(own, status) ?? request.decidedBy),
    change: decisive?.change ?? request.change,
    comments: own,
  }
}

function rank(status: RequestStatus): number {
  return requestStatuses.indexOf(status)
}

function answerOf(comments: readonly RequestComment[], status: RequestStatus): PromotionRequest['decidedBy'] {
  const found = comments.find(({ decides }) => decides === status)
  return found ? { ...found.author, at: found.at, reason: found.text } : null
}

/** Whether two names are one person's, as far as names can tell. */
export function samePerson(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** Who asked and who approved, for the check of two people: of several approvals the one that proves most. */
export function approvalOf(thread: RequestThread): { requester: Identity; approver: Identity | null } {
  const { requester, comments, decidedBy, status } = thread
  const said = comments.filter(({ decides }) => decides === 'approved').map(({ author }) => author)
  // Another tool may have written the approval into the request itself.
  const approvers = said.length === 0 && decidedBy && status === 'approved' ? [decidedBy] : said
  const others = approvers.filter(({ name }) => !samePerson(name, requester.name))
  const best = others.find(({ kind }) => kind === 'authenticated') ?? others[0] ?? approvers[0]
  return { requester, approver: best ? { name: best.name, kind: best.kind } : null }
}

/**
 * The request that speaks for promoting a version: an approved one before one that waits, the newest of
 * each; `null`: none is open.
 */
export function decisiveRequest<T extends RequestThread>(threads: readonly T[]): T | null {
  const open = threads.filter(isOpenRequest).toSorted((a, b) => b.at - a.at)
  return open.find(({ status }) => status === 'approved') ?? open[0] ?? null
}
