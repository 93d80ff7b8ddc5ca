import { encodeComment, encodeRequest, threadsOf } from '@/adapters/annotations'
import type { FakeClient, FakeModel } from '@/adapters/lifecycle/fakeRegistry'
import { fakePrimitives } from '@/adapters/lifecycle/fakeRegistry'
import { modelInUse, startAt } from '@/adapters/lifecycle/fakeScenes'
import type { Identity } from '@/domain/identity'
import type { RequestAnswer, RequestThread } from '@/domain/request'
import type { AnswerDraft, RequestDraft } from '@/ports/registry'
import { createRequests } from './requests'

export const ana: Identity = { name: 'ana', kind: 'authenticated' }
export const ben: Identity = { name: 'ben', kind: 'authenticated' }
export const cy: Identity = { name: 'cy', kind: 'self-declared' }
export const requestId = '01HNZXD07M5CEN5XA66EMZSRZ0'

export const model = { source: 'fake', name: 'fraud' }

export function client(of: FakeModel, options: Partial<FakeClient> & { at?: number } = {}) {
  let now = options.at ?? startAt
  return createRequests(fakePrimitives(of, { now: () => now, sleep: async (ms) => void (now += ms), ...options }))
}

export function draft(over: Partial<RequestDraft> = {}): RequestDraft {
  return { model, version: '3', actor: ana, reason: 'better recall', ...over }
}

export function answer(word: RequestAnswer, actor: Identity, over: Partial<AnswerDraft> = {}): AnswerDraft {
  return { model, version: '3', id: requestId, answer: word, actor, reason: '', ...over }
}

/** Ana asks that version 3 be promoted; `approvedBy` has approved. */
export function modelWithRequest(approvedBy?: Identity): FakeModel {
  const found = modelInUse()
  const request = { id: requestId, status: 'requested', requester: ana, at: startAt - 60_000, reason: 'better recall', decidedBy: null, change: null } as const
  const { key, value } = encodeRequest(request)
  found.tags['modeldeck.pending'] = 'yes'
  const tags: Record<string, string> = { [key]: value, 'modeldeck.changed': new Date(startAt - 60_000).toISOString() }
  if (approvedBy) {
    const comment = encodeComment({ id: '01HNZXD07M5CEN5XA66EMZSRZ1', request: requestId, author: approvedBy, at: startAt - 30_000, text: '', decides: 'approved' })
    tags[comment.key] = comment.value
  }
  Object.assign(found.versions['3']?.tags ?? {}, tags)
  return found
}

/** The requests on version 3, as everybody reads them. */
export function threads(of: FakeModel): readonly RequestThread[] {
  return threadsOf(of.versions['3']?.tags ?? {}).threads
}
