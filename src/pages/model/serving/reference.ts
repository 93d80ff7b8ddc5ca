import { movesChampion, type Change } from '@/domain/change'
import { dayMs, minuteMs, type EpochMs } from '@/domain/time'
import { agoWords } from '@/domain/words'
import { versionLabel } from '@/ui/format/versions'

/** What the champion's figures are held against. */
export interface Reference {
  /** How long before now. */
  offsetMs: number
  /** Whose figures; `null`: the model's as a whole. */
  version: string | null
  /** `v17, before the release 3 h ago`. */
  words: string
}

/** After this long "did the release cause it?" is no longer the question. */
const recentReleaseMs = 7 * dayMs
/** So that a live page does not ask anew at every tick. */
const roundMs = 5 * minuteMs

/** The version that served before, just before a recent release, else the same time yesterday. */
export function referenceOf(changes: readonly Change[], champion: string | null, now: EpochMs): Reference {
  const release = changes
    .filter((change) => change.status === 'done' && movesChampion(change))
    .toSorted((a, b) => b.at - a.at)[0]
  const since = release === undefined ? Infinity : now - release.at
  if (release === undefined || release.to !== champion || release.from === null || since < 0 || since > recentReleaseMs) {
    return { offsetMs: dayMs, version: champion, words: '24 h ago' }
  }
  return {
    offsetMs: Math.ceil(since / roundMs) * roundMs,
    version: release.from,
    words: `${versionLabel(release.from)}, before the release ${agoWords(release.at, now)}`,
  }
}
