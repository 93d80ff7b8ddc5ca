import { AnnotationError, encodeRequest, threadsOf } from '@/adapters/annotations'
import { persist } from '@/adapters/lifecycle/faults'
import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'
import type { RequestThread } from '@/domain/request'

/**
 * Writes into a request's own tag what follows from its comments, for other tools that read only that. The
 * comments decide: a tag that another client wrote over says nothing false for longer than its next look.
 */
export async function mirrorRequest(p: RegistryPrimitives, name: string, version: string, id: string): Promise<void> {
  for (let look = 0; look < 5; look += 1) {
    const { tags } = await p.getVersion(name, version)
    const thread = threadsOf(tags).threads.find((one) => one.id === id)
    if (!thread) return
    const { key, value } = encode(thread)
    if (tags[key] === value) return
    await persist(p, () => p.setVersionTag(name, version, key, value))
  }
}

function encode(thread: RequestThread): { key: string; value: string } {
  try {
    return encodeRequest(thread)
  } catch (error) {
    // Two long reasons do not fit into one tag; the second stands in its comment.
    if (!(error instanceof AnnotationError) || thread.decidedBy === null) throw error
    return encodeRequest({ ...thread, decidedBy: { ...thread.decidedBy, reason: '' } })
  }
}
