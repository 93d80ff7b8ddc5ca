import type { FakeModel } from '@/adapters/lifecycle/fakeRegistry'
import { modelInUse } from '@/adapters/lifecycle/fakeScenes'
import type { ModelRef } from '@/domain/model'
import { isOpenRequest } from '@/domain/request'
import type { RequestOutcome } from '@/ports/registry'
import { ana, answer, ben, cy, draft, modelWithRequest, requestId, threads } from './requestScenes'
import type { Requests } from './requests'

/** What somebody asks or answers, where it makes sense, and how one sees that it holds. */
export interface RequestScene {
  title: string
  start: () => FakeModel
  act: (requests: Omit<Requests, 'listRequests'>, model: ModelRef) => Promise<RequestOutcome>
  holds: (model: FakeModel) => boolean
}

/** How it ended for the person; `closed`: the tab is gone. */
export type RequestEnding = RequestOutcome | { status: 'failed'; message: string } | { status: 'closed' }

export const requestScenes: readonly RequestScene[] = [
  { title: 'file', start: modelInUse, act: (r, model) => r.requestPromotion(draft({ model })), holds: (m) => threads(m).length === 1 },
  { title: 'approve', start: modelWithRequest, act: (r, model) => r.answerRequest(answer('approved', ben, { model })), holds: (m) => threads(m)[0]?.status === 'approved' },
  { title: 'reject', start: () => modelWithRequest(cy), act: (r, model) => r.answerRequest(answer('rejected', ben, { model })), holds: (m) => threads(m)[0]?.status === 'rejected' },
  { title: 'withdraw', start: () => modelWithRequest(ben), act: (r, model) => r.answerRequest(answer('withdrawn', ana, { model })), holds: (m) => threads(m)[0]?.status === 'withdrawn' },
  {
    title: 'comment',
    start: modelWithRequest,
    act: (r, model) => r.commentOnRequest({ model, version: '3', id: requestId, actor: ben, text: 'why?' }),
    holds: (m) => threads(m)[0]?.comments.length === 1,
  },
]

/** What is untrue after an ending; empty: nothing. */
export function liesAboutRequest(model: FakeModel, ending: RequestEnding, holds: boolean): string[] {
  const found: string[] = []
  if (ending.status === 'done' && !holds) found.push('told done, but it is not')
  if (ending.status === 'overtaken') found.push('told of others where there were none')
  if (ending.status === 'failed' && holds && !/not known/.test(ending.message)) found.push(`it holds, but was told: ${ending.message}`)
  const open = threads(model).some(isOpenRequest)
  if (open && model.tags['modeldeck.pending'] !== 'yes') found.push('open, but not marked')
  if (open && !('modeldeck.changed' in (model.versions['3']?.tags ?? {}))) found.push('open, but not found by a search')
  return found
}
