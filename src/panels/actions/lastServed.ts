import type { Change } from '@/domain/change'
import { movesChampion } from '@/domain/change'
import type { EpochMs } from '@/domain/time'

/** When a version last served production by the records; `null` ends are not recorded. */
export interface LastServed {
  since: EpochMs | null
  until: EpochMs | null
}

/** The last time in production of a version, by the decisions of its model in any order. `null`: no record of one. */
export function lastServed(
  changes: readonly Pick<Change, 'action' | 'status' | 'at' | 'from' | 'to'>[],
  version: string,
): LastServed | null {
  const moves = changes.filter((change) => change.status === 'done' && movesChampion(change)).toSorted((a, b) => b.at - a.at)
  const end = moves.find(({ from }) => from === version)
  const start = moves.find(({ to, at }) => to === version && (end === undefined || at < end.at))
  if (!start && !end) return null
  return { since: start?.at ?? null, until: end?.at ?? null }
}
