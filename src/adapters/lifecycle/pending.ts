import { intentsOf, tagNames, threadsOf } from '@/adapters/annotations'
import { isOpenRequest } from '@/domain/request'
import { persist } from './faults'
import type { RegistryPrimitives } from './primitives'

/**
 * Sets the mark that a decision or a request is open on a model to what is true. It looks again after each
 * write, because others file and decide at the same time: whoever files writes the request first and reads
 * the mark afterwards, so one of the two sees the other.
 */
export async function markPending(p: RegistryPrimitives, name: string): Promise<void> {
  for (let look = 0; look < 5; look += 1) {
    const [versions, { tags }] = [await p.listChangedVersions(name), await p.readModel(name)]
    const asked = versions.some((version) => threadsOf(version.tags).threads.some(isOpenRequest))
    const mark = asked || intentsOf(tags).intents.length > 0 ? 'yes' : 'no'
    if (tags[tagNames.pending] === mark) return
    await persist(p, () => p.setModelTag(name, tagNames.pending, mark))
  }
}
