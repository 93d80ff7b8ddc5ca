import type { MetricStore, StoredSeries } from '@/demo/world/metricStore'
import { firstAfter } from './evaluation'
import { compileMatchers } from './matcher'

/** A store over given series, for tests of the evaluator. It gives no sample that its reader did not ask for. */
export function memoryStore(series: readonly StoredSeries[], scrapeIntervalMs = 15_000): MetricStore {
  const times = series.flatMap(({ samples }) => samples.map(([at]) => at))
  return {
    scrapeIntervalMs,
    since: times.reduce((a, b) => Math.min(a, b), Infinity),
    select: (matchers, from, to, hint) => {
      const matches = compileMatchers(matchers)
      // Ends ascend: the first that is not before a sample is the one whose window reaches furthest back to it.
      const read = (at: number): boolean => hint === undefined || at >= (hint.ends[firstAfter(hint.ends, at - 1, 0)] ?? Infinity) - hint.rangeMs
      return series
        .filter(({ labels }) => matches(labels))
        .map(({ labels, samples }) => ({ labels, samples: samples.filter(([at]) => at > from && at <= to && read(at)) }))
        .filter(({ samples }) => samples.length > 0)
    },
    metadata: () => ({}),
  }
}
