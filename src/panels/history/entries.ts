import type { PlacedChange } from '@/domain/change'
import type { EpochMs } from '@/domain/time'
import type { ModelVersion } from '@/domain/version'

/** Something that happened: a recorded decision, or versions that were registered with no decision between. */
export type TimeLineEntry<T extends PlacedChange = PlacedChange> =
  | { kind: 'decision'; at: EpochMs; key: string; change: T }
  | { kind: 'registered'; at: EpochMs; key: string; versions: readonly ModelVersion[] }

/** Decisions and registrations, newest first; neighbouring registrations are one entry, newest version first. */
export function timeLine<T extends PlacedChange>(changes: readonly T[], versions: readonly ModelVersion[]): readonly TimeLineEntry<T>[] {
  const decided = changes.map((change): TimeLineEntry<T> => ({ kind: 'decision', at: change.at, key: keyOf(change), change }))
  const registered = versions.flatMap((version): TimeLineEntry<T>[] =>
    version.createdAt === null ? [] : [{ kind: 'registered', at: version.createdAt, key: `registered ${version.ref.version}`, versions: [version] }],
  )
  const entries: TimeLineEntry<T>[] = []
  for (const entry of [...decided, ...registered].toSorted((a, b) => b.at - a.at)) {
    const last = entries.at(-1)
    if (entry.kind === 'registered' && last?.kind === 'registered') {
      entries[entries.length - 1] = { ...last, versions: [...last.versions, ...entry.versions] }
    } else entries.push(entry)
  }
  return entries
}

function keyOf({ model, id }: PlacedChange): string {
  return JSON.stringify([model.source, model.name, id])
}

/** Entries under the month in which they happened, in the reader's zone; `zone` (IANA) for another. */
export function byMonth<T extends { at: EpochMs }>(entries: readonly T[], zone?: string): readonly { month: string; entries: readonly T[] }[] {
  const format = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', ...(zone !== undefined && { timeZone: zone }) })
  const months: { month: string; entries: T[] }[] = []
  for (const entry of entries) {
    const month = format.format(entry.at)
    const last = months.at(-1)
    if (last?.month === month) last.entries.push(entry)
    else months.push({ month, entries: [entry] })
  }
  return months
}
