import { sampleStats } from '@/domain/samples'
import type { Series, SeriesSet } from '@/domain/series'
import { summed } from '@/panels/charts/drawnSeries'

/** More areas than this cannot be told apart. */
const mostClasses = 6

function meanOf({ samples }: Series): number {
  return sampleStats(samples)?.mean ?? 0
}

/** The most frequent classes of errors, the others together as `other`; classes that did not occur are left out. */
export function errorClasses(set: SeriesSet): SeriesSet {
  const occurred = set.series.filter(({ samples }) => samples.some(([, value]) => (value ?? 0) > 0)).toSorted((a, b) => meanOf(b) - meanOf(a))
  if (occurred.length <= mostClasses) return { ...set, series: occurred }
  const [own, others] = [occurred.slice(0, mostClasses - 1), occurred.slice(mostClasses - 1)]
  const [first] = others
  if (first === undefined) return set
  return { ...set, series: [...own, { subject: { ...first.subject, labels: { class: `${others.length} others` } }, samples: summed(others) }] }
}
