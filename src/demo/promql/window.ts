import { firstAfter, lookedAt, selectSeries, type Evaluation, type SampledSeries } from './evaluation'
import { dropName } from './labels'
import { executionError } from './promqlError'
import type { RangeExpr, SubqueryExpr } from './syntax'
import { emptyColumn, isEmpty, mergeColumns, type Column } from './value'

/** The samples that one step of a range function sees: `first` ≤ index < `end`; never empty. */
export interface Window {
  times: Float64Array
  values: Float64Array
  first: number
  end: number
  /** The limits of the range itself, both inclusive. */
  fromMs: number
  toMs: number
  /** Which step, to find the step's own scalar arguments, and its evaluation time. */
  step: number
  nowMs: number
}

/** A range vector: its series, and where each step's range ends. */
export interface Ranges {
  series: readonly SampledSeries[]
  ends: Float64Array
  rangeMs: number
}

const defaultSubqueryStepMs = 60_000

export function evaluateRange(evaluation: Evaluation, expr: RangeExpr | SubqueryExpr, times: Float64Array): Ranges {
  const { rangeMs } = expr
  const ends = lookedAt(evaluation, expr.kind === 'range' ? expr.selector : expr, times)
  if (expr.kind === 'range') return { series: selectSeries(evaluation, expr.selector.matchers, ends, rangeMs), ends, rangeMs }

  // A subquery's steps are multiples of its step, independent of the query's own.
  const step = expr.stepMs ?? defaultSubqueryStepMs
  const [from, to] = [(ends.at(0) ?? 0) - rangeMs, ends.at(-1) ?? 0]
  const first = Math.ceil(from / step) * step
  const inner = Float64Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
  const value = evaluation.evaluate(expr.expr, inner)
  if (value.type === 'string') return { series: [], ends, rangeMs }
  const columns = value.type === 'vector' ? value.columns : [{ labels: {}, values: value.values, has: new Uint8Array(inner.length).fill(1) }]
  const series = columns.map(({ labels, values, has }) => ({
    labels,
    times: inner.filter((_, i) => has[i] === 1),
    values: values.filter((_, i) => has[i] === 1),
  }))
  return { series, ends, rangeMs }
}

/** Runs a function over each window of each series; `null` is no result at that step. */
export function overWindows(
  { series, ends, rangeMs }: Ranges,
  times: Float64Array,
  compute: (window: Window) => number | null,
  keepName = false,
): Column[] {
  const columns = series.map((one) => {
    const column = emptyColumn(keepName ? one.labels : dropName(one.labels), ends.length)
    const window: Window = { times: one.times, values: one.values, first: 0, end: 0, fromMs: 0, toMs: 0, step: 0, nowMs: 0 }
    for (let step = 0; step < ends.length; step++) {
      window.toMs = ends[step] ?? 0
      window.fromMs = window.toMs - rangeMs
      window.first = firstAfter(one.times, window.fromMs - 1, window.first)
      window.end = firstAfter(one.times, window.toMs, Math.max(window.end, window.first))
      if (window.first === window.end) continue
      window.step = step
      window.nowMs = times[step] ?? 0
      const value = compute(window)
      if (value === null) continue
      column.has[step] = 1
      column.values[step] = value
    }
    return column
  })
  const present = columns.filter((column) => !isEmpty(column))
  // Here Prometheus refuses equal label sets even where they exist at different steps.
  if (mergeColumns(present).length < present.length) throw executionError('vector cannot contain metrics with the same labelset')
  return present
}
