import type { Change } from './change'
import { movesChampion } from './change'
import type { EpochMs } from './time'

/** What the records say was in production at one instant. */
export interface ProductionThen {
  /** `null`: nothing, or nothing that the records know. */
  version: string | null
  /** When it went into production; `null`: before the first record. */
  since: EpochMs | null
  /** When it was replaced; `null`: not yet, or not recorded. */
  until: EpochMs | null
  /** `false`: `notes` say where the records do not add up. */
  complete: boolean
  notes: readonly string[]
}

/**
 * What was in production at `at`, from one model's decisions in any order. `current` is the champion that
 * the registry shows now; left out, the newest record is not compared with it.
 */
export function replay(changes: readonly Change[], at: EpochMs, current?: string | null): ProductionThen {
  const moves = changes.filter(movesChampion)
  const done = moves.filter((c) => c.status === 'done').toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const index = done.findLastIndex((c) => c.at <= at)
  const last = done[index]
  const next = done[index + 1]
  const notes = moves.flatMap((c) => shortLived(c, at))

  if (!last) {
    notes.push(
      next
        ? `Before the first record of ${day(next.at)}: known only from what that decision replaced.`
        : 'No decision is recorded for this model.',
    )
    const version = next ? next.from : null
    return { version, since: null, until: next?.at ?? null, complete: false, notes }
  }
  if (next && next.from !== last.to)
    notes.push(
      `Between ${day(last.at)} and ${day(next.at)} production changed from ${word(last.to)} to ${word(next.from)} without a record.`,
    )
  if (!next && current !== undefined && current !== last.to)
    notes.push(
      `Since ${day(last.at)} production changed from ${word(last.to)} to ${word(current)} without a record.`,
    )
  return { version: last.to, since: last.at, until: next?.at ?? null, complete: notes.length === 0, notes }
}

/** A decision that did not last may still have served for a moment. */
function shortLived(change: Change, at: EpochMs): string[] {
  if (change.status === 'done' || at < change.at) return []
  if (change.status === 'intended')
    return [`A ${change.action} to ${word(change.to)} of ${day(change.at)} is unfinished: it may or may not have served.`]
  const end = change.endedBy?.at ?? change.at
  if (at > end) return []
  return [`${word(change.to)} may have served until ${day(end)}: its ${change.action} was ${change.status}.`]
}

const day = (at: EpochMs) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
const word = (version: string | null) => (version === null ? 'nothing' : `v${version}`)
