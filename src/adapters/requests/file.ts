import { encodeRequest, lifecycleOf, tagNames, threadsOf } from '@/adapters/annotations'
import { championOf } from '@/adapters/lifecycle/championMove'
import { notDone, persist, refusal } from '@/adapters/lifecycle/faults'
import { markPending } from '@/adapters/lifecycle/pending'
import type { RegistryPrimitives, VersionState } from '@/adapters/lifecycle/primitives'
import type { PromotionRequest } from '@/domain/request'
import { decisiveRequest } from '@/domain/request'
import type { RequestDraft, RequestOutcome } from '@/ports/registry'
import { ulid } from 'ulid'
import { findRequest, placed } from './find'
import { putOwnTag } from './put'
import { checkWords, fitting, noteOf } from './words'

/** Files a request: the marks by which it is found first, so that a request without them cannot be. */
export async function requestPromotion(p: RegistryPrimitives, draft: RequestDraft): Promise<RequestOutcome> {
  checkWords(p, draft.actor, draft.reason)
  if (draft.reason.trim() === '') throw refusal(p, 'A request needs a reason.', 'Say why this version should serve production.')
  const { name } = draft.model
  const version = await p.getVersion(name, draft.version)
  await checkVersion(p, name, version)
  const open = decisiveRequest(threadsOf(version.tags).threads)
  if (open) return { status: 'overtaken', request: placed(p, name, draft.version, open), notes: [] }

  const request = newRequest(p, draft)
  // It must still fit when somebody has answered.
  const answer = { name: 'x'.repeat(200), kind: 'self-declared', at: request.at, reason: '' } as const
  fitting(p, () => encodeRequest({ ...request, decidedBy: answer, change: request.id }))
  try {
    await persist(p, () => p.setModelTag(name, tagNames.pending, 'yes'))
    await persist(p, () => p.setVersionTag(name, draft.version, tagNames.changed, new Date(request.at).toISOString()))
  } catch (error) {
    await quietly(() => markPending(p, name))
    throw notDone(p, error)
  }
  try {
    const tags = await putOwnTag(p, name, draft.version, encodeRequest(request))
    const notes = await stayMarked(p, name)
    return { status: 'done', request: placed(p, name, draft.version, findRequest(p, tags, request.id)), notes }
  } catch (error) {
    await quietly(() => markPending(p, name))
    throw error
  }
}

function newRequest(p: RegistryPrimitives, { actor, reason }: RequestDraft): PromotionRequest {
  const at = Math.floor(p.clock.now())
  return {
    id: ulid(at),
    status: 'requested',
    requester: { name: actor.name.trim(), kind: actor.kind },
    at,
    reason: reason.trim(),
    decidedBy: null,
    change: null,
  }
}

async function checkVersion(p: RegistryPrimitives, name: string, { version, tags }: VersionState): Promise<void> {
  const { state } = lifecycleOf(tags).lifecycle
  if (state !== 'active') throw refusal(p, `Version ${version} is ${state}.`, 'Restore it first.')
  if (championOf(p, await p.readModel(name)) === version)
    throw refusal(p, `Version ${version} is in production already.`, 'There is nothing to ask for.')
}

/** Somebody who closed another request at the same moment may have taken the mark away. */
async function stayMarked(p: RegistryPrimitives, name: string): Promise<readonly string[]> {
  try {
    const { tags } = await p.readModel(name)
    if (tags[tagNames.pending] !== 'yes') await markPending(p, name)
    return []
  } catch (error) {
    return [noteOf('The list of requests may not show it', error)]
  }
}

async function quietly(step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch {
    // A mark without a request is a false alarm that the next decision clears.
  }
}
