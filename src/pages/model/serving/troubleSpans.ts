import type { SeriesSet } from '@/domain/series'
import type { EpochMs } from '@/domain/time'
import { percentWords } from '@/domain/words'
import type { ChartSpan } from '@/ui/charts/chartInput'
import { versionLabel } from '@/ui/format/versions'

/**
 * The stretches in which a version's error rate was at its limit or above, to be shaded on every chart. A
 * single point is as wide as a step. Gaps end a stretch: what was not measured is not known to be trouble.
 */
export function troubleSpans(set: SeriesSet | undefined, version: string | null, limit: number | null): readonly ChartSpan[] {
  if (set === undefined || limit === null) return []
  const series = set.series.find(({ subject }) => subject.version === version)
  const spans: { from: EpochMs; to: EpochMs }[] = []
  for (const [at, value] of series?.samples ?? []) {
    if (value === null || value < limit) continue
    const last = spans.at(-1)
    if (last !== undefined && at - last.to <= set.stepMs) last.to = at
    else spans.push({ from: at, to: at })
  }
  const whose = version === null ? 'Error rate' : `Error rate of ${versionLabel(version)}`
  return spans.map(({ from, to }) => ({
    from: from - set.stepMs / 2,
    to: to + set.stepMs / 2,
    label: `${whose} at ${percentWords(limit)} or more`,
  }))
}
