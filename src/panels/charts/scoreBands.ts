import { wilson } from '@/domain/compare'
import type { Sample, Series, SeriesSet } from '@/domain/series'
import type { ChartLayer } from '@/ui/charts/chartInput'

/** What stands under scores with a shaded interval. */
export const bandNote =
  'Shaded: 95 % interval (Wilson). Accuracy rests on all labelled predictions, recall on the actual positives among them, precision on the predicted ones, F1 on the mean of both; how many those are follows from the measures, as of two classes.'

/**
 * Live scores as a chart layer: the window's label is taken off the lines, and where the number of labelled
 * predictions is known each value has its interval and its n.
 */
export function scoreLayer(scores: SeriesSet, support: SeriesSet | undefined): ChartLayer {
  const set = { ...scores, series: scores.series.map(withoutWindow) }
  if (support === undefined) return { set }
  const counts = { ...support, series: support.series.map(withoutWindow) }
  const countOf = new Map(counts.series.map(({ subject, samples }) => [subject.version, new Map(samples)]))
  const bound = (which: 'low' | 'high'): SeriesSet => ({
    ...set,
    series: set.series.map(({ subject, samples }) => ({
      subject,
      samples: samples.map(([at, value]): Sample => {
        const n = countOf.get(subject.version)?.get(at) ?? null
        return [at, value === null || n === null ? null : (wilson({ value, support: n })?.[which] ?? null)]
      }),
    })),
  })
  return { set, support: counts, low: bound('low'), high: bound('high') }
}

function withoutWindow({ subject, samples }: Series): Series {
  const { window: _window, ...labels } = subject.labels
  return { subject: { ...subject, labels }, samples }
}

/** Over how long the scores of a set are measured: `7 d`; empty where monitoring does not say. */
export function windowsOf({ series }: SeriesSet): readonly string[] {
  return [...new Set(series.flatMap(({ subject }) => subject.labels['window'] ?? []))].toSorted().map((window) => window.replace(/^(\d+)(?=\D+$)/, '$1 '))
}
