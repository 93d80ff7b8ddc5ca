import type { Identity } from './identity'
import type { EpochMs } from './time'

export const requestStatuses = ['requested', 'approved', 'rejected', 'withdrawn', 'done'] as const
export type RequestStatus = (typeof requestStatuses)[number]

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
}

/** Whether somebody still has to act on it. */
export function isOpenRequest(request: PromotionRequest): boolean {
  return request.status === 'requested' || request.status === 'approved'
}
