import type { SeriesSet } from '@/domain/series'
import type { ChartSpan } from '@/ui/charts/chartInput'

/** The stretches in which a gauge was above zero, to be shaded; a gap ends one. */
export function flaggedSpans(set: SeriesSet | undefined, label: string): readonly ChartSpan[] {
  const spans: { from: number; to: number }[] = []
  for (const { samples } of set?.series ?? []) {
    let open: { from: number; to: number } | null = null
    for (const [at, value] of samples) {
      if (value === null || value <= 0) open = null
      else if (open === null) spans.push((open = { from: at, to: at }))
      else open.to = at
    }
  }
  const half = (set?.stepMs ?? 0) / 2
  return spans.map(({ from, to }) => ({ from: from - half, to: to + half, label }))
}
