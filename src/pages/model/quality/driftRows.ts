import type { Limit } from '@/domain/health/thresholds'
import { changeBetweenHalves, lastSample } from '@/domain/samples'
import type { Sample, SeriesSet } from '@/domain/series'

/** How one input of the champion has moved away from its training data. */
export interface DriftRow {
  key: string
  /** `null`: monitoring does not name it. */
  feature: string | null
  /** The statistic as it was exported: `psi`. */
  stat: string
  now: number | null
  samples: readonly Sample[]
  /** Later half of the range against the earlier one. */
  change: number | null
  /** `unknown`: limits are for PSI, and this is another statistic, or there is no value. */
  verdict: 'stable' | 'at-risk' | 'failing' | 'unknown'
}

/** The features of one version (`null`: of the model, where versions are not told apart), worst first. */
export function driftRows(set: SeriesSet, version: string | null, limit: Limit): readonly DriftRow[] {
  const labelled = set.series.some(({ subject }) => subject.version !== null)
  return set.series
    .filter(({ subject }) => !labelled || subject.version === version)
    .map(({ subject, samples }): DriftRow => {
      const { feature = null, stat = 'psi' } = subject.labels
      const now = lastSample(samples)?.value ?? null
      return {
        key: JSON.stringify([feature, stat]),
        feature,
        stat,
        now,
        samples,
        change: changeBetweenHalves(samples)?.difference ?? null,
        verdict: verdictOf(now, stat, limit),
      }
    })
    .toSorted((a, b) => a.stat.localeCompare(b.stat) || (b.now ?? -1) - (a.now ?? -1))
}

function verdictOf(now: number | null, stat: string, { warn, critical }: Limit): DriftRow['verdict'] {
  if (now === null || stat !== 'psi') return 'unknown'
  if (critical !== null && now >= critical) return 'failing'
  return warn !== null && now >= warn ? 'at-risk' : 'stable'
}
