import type { LabelMatcher, MetricStore, StoredSeries } from '@/demo/world/metricStore'
import { compareLabels } from './labels'
import type { Labels } from './matcher'
import type { Expr, Instant } from './syntax'
import type { Value } from './value'

/** The samples of a series in columns, ascending. */
export interface SampledSeries {
  labels: Labels
  times: Float64Array
  values: Float64Array
}

/** One query on its way: what its expressions are evaluated on. */
export interface Evaluation {
  store: MetricStore
  /** First and last step of the query itself; what `@ start()` and `@ end()` mean, also within subqueries. */
  startMs: number
  endMs: number
  /** Series by matchers and window, so that a query that names one twice reads it once. */
  selected: Map<string, readonly SampledSeries[]>
  /** Evaluates an expression at these instants, ascending. */
  evaluate(expr: Expr, times: Float64Array): Value
}

/** How far an instant selector looks back for a sample. */
export const lookbackMs = 300_000

/** Where a selector looks at each step. */
export function lookedAt(evaluation: Evaluation, instant: Instant, times: Float64Array): Float64Array {
  const fixed = instant.at === 'start' ? evaluation.startMs : instant.at === 'end' ? evaluation.endMs : instant.at
  return times.map((time) => (fixed ?? time) - instant.offsetMs)
}

/** The series with samples in the windows that end at `ends` (both limits inclusive), in the order of their labels. */
export function selectSeries(evaluation: Evaluation, matchers: readonly LabelMatcher[], ends: Float64Array, rangeMs: number): readonly SampledSeries[] {
  const [from, to] = [(ends.at(0) ?? 0) - rangeMs, ends.at(-1) ?? 0]
  const key = JSON.stringify([matchers, from, to, rangeMs, ends.length])
  const known = evaluation.selected.get(key)
  if (known !== undefined) return known
  const found = evaluation.store
    .select(matchers, from - 1, to, { ends, rangeMs })
    .map(inColumns)
    .filter((series) => series.times.length > 0)
    .toSorted((a, b) => compareLabels(a.labels, b.labels))
  evaluation.selected.set(key, found)
  return found
}

function inColumns(series: StoredSeries): SampledSeries {
  const { labels, columns } = series
  if (columns) return { labels, ...columns }
  // Not before it is needed: a store may make the pairs only when they are read.
  const { samples } = series
  const times = new Float64Array(samples.length)
  const values = new Float64Array(samples.length)
  let i = 0
  for (const sample of samples) {
    times[i] = sample[0]
    values[i++] = sample[1]
  }
  return { labels, times, values }
}

/** Index of the first time after `limit`, searched from `low`. */
export function firstAfter(times: Float64Array, limit: number, low: number): number {
  let high = times.length
  let first = low
  while (first < high) {
    const middle = (first + high) >>> 1
    if ((times[middle] ?? Infinity) > limit) high = middle
    else first = middle + 1
  }
  return first
}
