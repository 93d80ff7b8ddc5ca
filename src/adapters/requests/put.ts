import type { Tags } from '@/adapters/annotations'
import { notDone, persist, uncertain, wasRefused } from '@/adapters/lifecycle/faults'
import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'

/**
 * Writes a tag of a version that no other client writes, reads back, and resolves with all tags once it is
 * there. @throws SourceError that says whether nothing was changed, or that nobody knows.
 */
export async function putOwnTag(
  p: RegistryPrimitives,
  name: string,
  version: string,
  { key, value }: { key: string; value: string },
): Promise<Tags> {
  let failure: unknown = null
  let mayHaveArrived = false
  try {
    await persist(p, async () => {
      try {
        await p.setVersionTag(name, version, key, value)
      } catch (error) {
        mayHaveArrived ||= !wasRefused(error)
        throw error
      }
    })
  } catch (error) {
    failure = error
  }
  if (failure !== null && !mayHaveArrived) throw notDone(p, failure)
  const tags = await readBack(p, name, version, failure)
  if (tags[key] !== value) throw uncertain(p, failure ?? new Error('The registry does not show what was written.'))
  return tags
}

async function readBack(p: RegistryPrimitives, name: string, version: string, failure: unknown): Promise<Tags> {
  try {
    return (await p.getVersion(name, version)).tags
  } catch (error) {
    throw uncertain(p, failure ?? error)
  }
}
