import { ulid } from 'ulid'
import { stream } from '@/demo/world/random'
import type { RegistryState } from '@/demo/world/registryState'
import { hourMs, type EpochMs } from '@/domain/time'

interface Said {
  name: string
  at: EpochMs
  text: string
}

/** A request for promotion that waits for somebody to approve it, with what was said to it. */
export interface RequestScene {
  model: string
  version: number
  requester: string
  at: EpochMs
  reason: string
  comments: readonly Said[]
}

/** The story of two people: a colleague asked yesterday, and the model's policy wants another one's approval. */
export function screeningRequest(start: EpochMs): RequestScene {
  return {
    model: 'candidate-screening',
    version: 8,
    requester: 'jonas.keller',
    at: start - 20 * hourMs,
    reason: 'Adds the revised skills taxonomy. Precision and recall are both above version 7 on the same test set, and the canary at a tenth of the traffic has been quiet for five days.',
    comments: [{ name: 'gloria.adeyemi', at: start - 3 * hourMs, text: 'The recruiters who see the canary want to keep it. The quarter’s audit for adverse impact was done on this version.' }],
  }
}

/** Writes a request as Modeldeck files it: the marks by which it is found, the request, a tag for each comment. */
export function putRequest(state: RegistryState, seed: string, scene: RequestScene): void {
  const model = state.models.get(scene.model)
  const tags = model?.versions.get(scene.version)?.tags
  if (model === undefined || tags === undefined) return
  const next = stream(seed, scene.model, 'request', String(scene.version))
  const id = ulid(scene.at, next)
  model.tags.set('modeldeck.pending', 'yes')
  tags.set('modeldeck.changed', iso(scene.at))
  tags.set(
    `modeldeck.request.${id}`,
    JSON.stringify({ id, status: 'requested', requester: person(scene.requester), at: iso(scene.at), reason: scene.reason, decidedBy: null, change: null }),
  )
  for (const { name, at, text } of scene.comments) {
    const comment = ulid(at, next)
    tags.set(`modeldeck.comment.${id}.${comment}`, JSON.stringify({ id: comment, request: id, author: person(name), at: iso(at), text }))
  }
}

function person(name: string) {
  return { name, kind: 'authenticated' } as const
}

function iso(at: EpochMs): string {
  return new Date(at).toISOString()
}
