import type { Intent } from '@/adapters/annotations'
import { encodeChange, encodeComment, tagNames, tagPrefixes, threadsOf } from '@/adapters/annotations'
import { mirrorRequest } from '@/adapters/requests/mirror'
import type { Change } from '@/domain/change'
import { isOpenRequest } from '@/domain/request'
import { SourceError } from '@/ports/sourceError'
import { aliasOf } from './championMove'
import { dropModelTag, persist } from './faults'
import { markPending } from './pending'
import type { RegistryPrimitives } from './primitives'

/**
 * Records how a decision ended and takes its intent away, in that order: whatever fails, one of the two is
 * there. Rejects only when the record could not be written; the rest is told in the notes.
 */
export async function conclude(
  p: RegistryPrimitives,
  name: string,
  intent: Intent,
  change: Change,
): Promise<readonly string[]> {
  const write = (key: string, value: string) => persist(p, () => p.setVersionTag(name, intent.version, key, value))
  await write(`${tagPrefixes.change}${change.id}`, encodeChange(change))
  await write(tagNames.changed, new Date(p.clock.now()).toISOString())
  const notes: string[] = []
  try {
    await dropModelTag(p, name, intent.tag)
  } catch (error) {
    notes.push(`It holds and is recorded, but still shows as unfinished, because its intent could not be deleted (${words(error)}). Press Finish.`)
  }
  return [...notes, ...(await tidy(p, name, change))]
}

/** Takes back an intent of which nothing was carried out. */
export async function withdraw(p: RegistryPrimitives, name: string, intent: Intent): Promise<void> {
  await dropModelTag(p, name, intent.tag)
  await tidy(p, name, null)
}

/**
 * What may fail without harm: the mark that something is pending, the request that is now carried out, and
 * the candidate's alias, for which some registries ask more permission than for promoting.
 */
async function tidy(p: RegistryPrimitives, name: string, change: Change | null): Promise<readonly string[]> {
  const notes: string[] = []
  const attempt = async (what: string, step: () => Promise<void>) => {
    try {
      await step()
    } catch (error) {
      notes.push(`${what} (${words(error)}).`)
    }
  }
  const promoted = change?.status === 'done' && change.action === 'promote' ? change : null
  await attempt('The list may still show the model as waiting for a decision', async () => {
    if (promoted) await closeRequests(p, name, promoted)
    await markPending(p, name)
  })
  if (promoted)
    await attempt(`The alias ${p.aliasNames.candidate} still points at version ${promoted.to}`, async () => {
      const state = await p.readModel(name)
      if (aliasOf(state, p.aliasNames.candidate) === promoted.to) await p.deleteAlias(name, p.aliasNames.candidate)
    })
  return notes
}

/** One tag says that the request is carried out, so that no answer given meanwhile is written over. */
async function closeRequests(p: RegistryPrimitives, name: string, promoted: Change): Promise<void> {
  const { id, actor, actorKind, at } = promoted
  const { tags } = await p.getVersion(name, promoted.to)
  for (const request of threadsOf(tags).threads.filter(isOpenRequest)) {
    const author = { name: actor, kind: actorKind }
    const closing = encodeComment({ id, request: request.id, author, at, text: '', decides: 'done', change: id })
    await persist(p, () => p.setVersionTag(name, promoted.to, closing.key, closing.value))
    await mirrorRequest(p, name, promoted.to, request.id)
  }
}

function words(error: unknown): string {
  if (error instanceof SourceError && error.kind === 'denied') return 'no permission'
  return error instanceof Error ? error.message : String(error)
}
