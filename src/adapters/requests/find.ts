import type { Tags } from '@/adapters/annotations'
import { threadsOf } from '@/adapters/annotations'
import { refusal } from '@/adapters/lifecycle/faults'
import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'
import type { PlacedRequest, RequestThread } from '@/domain/request'

/** One request among a version's tags. @throws SourceError `rejected` */
export function findRequest(p: RegistryPrimitives, tags: Tags, id: string): RequestThread {
  const thread = threadsOf(tags).threads.find((one) => one.id === id)
  if (thread) return thread
  throw refusal(p, 'The request is no longer there.', 'Reload: somebody may have deleted its tag in the registry.')
}

export function placed(p: RegistryPrimitives, name: string, version: string, thread: RequestThread): PlacedRequest {
  return { ...thread, model: { source: p.source, name }, version }
}
