import { changesOf, intentsOf } from '@/adapters/annotations'
import type { Change } from '@/domain/change'
import { mergeChanges, movesChampion } from '@/domain/change'
import type { RecordedChange } from '@/ports/registry'
import type { RegistryPrimitives } from './primitives'

/** One model's decisions, newest first. What cannot be read is a problem of its version or model, not a row. */
export async function listChanges(
  p: RegistryPrimitives,
  name: string,
  signal?: AbortSignal,
): Promise<readonly RecordedChange[]> {
  const model = { source: p.source, name }
  // Intents first: one that ends in between is then shown as unfinished at worst, never missing.
  const { tags } = await p.readModel(name, signal)
  const open = intentsOf(tags).intents.map(({ change, version }) => ({ ...change, model, version }))
  const versions = await p.listChangedVersions(name, signal)
  const recorded = versions.flatMap(({ version, tags: versionTags }) =>
    changesOf(versionTags).changes.map((change) => ({ ...change, model, version })),
  )
  return mergeChanges<RecordedChange>(open, recorded)
}

/** The newest recorded decision of a kind; `null` where none is found or the registry does not answer. */
export async function latestChange(
  p: RegistryPrimitives,
  name: string,
  matches: (change: RecordedChange) => boolean,
): Promise<RecordedChange | null> {
  try {
    const changes = await listChanges(p, name)
    return changes.find(matches) ?? null
  } catch {
    // Who it was is a courtesy; that it happened is told without it.
    return null
  }
}

/** Who put the registry where it is now, as far as it is recorded or announced. */
export function whoMoved(p: RegistryPrimitives, name: string, own: { action: Change['action']; version: string }, found: string | null, ownId?: string): Promise<Change | null> {
  return latestChange(p, name, (change) => {
    if (change.id === ownId || (change.status !== 'done' && change.status !== 'intended')) return false
    return movesChampion(own)
      ? movesChampion(change) && change.to === found
      : change.version === own.version || (movesChampion(change) && change.to === own.version)
  })
}
