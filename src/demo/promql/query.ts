import type { MetricStore } from '@/demo/world/metricStore'
import type { EpochMs } from '@/domain/time'
import { startEvaluation } from './evaluate'
import { compareLabels } from './labels'
import type { Labels } from './matcher'
import { parsePromql } from './parse'
import { evaluateRange } from './window'

/** A sample of a result; `at` in ms. */
export type Point = readonly [at: EpochMs, value: number]

/** What Prometheus's `/query` and `/query_range` answer, before it is written as JSON. */
export type QueryResult =
  | { resultType: 'scalar'; result: Point }
  | { resultType: 'string'; result: readonly [at: EpochMs, value: string] }
  | { resultType: 'vector'; result: readonly { metric: Labels; value: Point }[] }
  | { resultType: 'matrix'; result: readonly { metric: Labels; values: readonly Point[] }[] }

/** @throws PromqlError */
export function instantQuery(store: MetricStore, text: string, at: EpochMs): QueryResult {
  const expr = parsePromql(text)
  const times = Float64Array.of(at)
  const evaluation = startEvaluation(store, at, at)
  if (expr.kind === 'range' || expr.kind === 'subquery') {
    const { series, ends, rangeMs } = evaluateRange(evaluation, expr, times)
    const to = ends[0] ?? at
    const result = series.map(({ labels, times, values }) => ({
      metric: labels,
      values: [...times].map((time, i): Point => [time, values[i] ?? 0]).filter(([time]) => time >= to - rangeMs && time <= to),
    }))
    return { resultType: 'matrix', result: result.filter(({ values }) => values.length > 0).toSorted((a, b) => compareLabels(a.metric, b.metric)) }
  }
  const value = evaluation.evaluate(expr, times)
  if (value.type === 'string') return { resultType: 'string', result: [at, value.value] }
  if (value.type === 'scalar') return { resultType: 'scalar', result: [at, value.values[0] ?? 0] }
  const present = value.columns.filter((column) => column.has[0] === 1)
  return { resultType: 'vector', result: present.map(({ labels, values }) => ({ metric: labels, value: [at, values[0] ?? 0] })) }
}
