import type { MetricStore } from '@/demo/world/metricStore'
import type { EpochMs } from '@/domain/time'
import { typeOf } from './check'
import { startEvaluation } from './evaluate'
import { compareLabels, labelKey } from './labels'
import type { Labels } from './matcher'
import { parsePromql } from './parse'
import { PromqlError } from './promqlError'
import type { Point, QueryResult } from './query'
import type { Expr } from './syntax'
import type { Column, Value } from './value'

/**
 * One matrix over the steps from `start` to `end` inclusive.
 * @throws PromqlError
 */
export function rangeQuery(store: MetricStore, text: string, start: EpochMs, end: EpochMs, stepMs: number): QueryResult {
  const query = parseRangeQuery(text, start, end, stepMs)
  const points = new Map<string, Row>()
  addPoints(points, store, query, 0, query.times.length)
  return matrixOf(points)
}

/**
 * The same in slices of steps, with a pause after each, so that a long range does not hold up the page.
 * @param pause resolves when other work had its turn
 * @param sliceMs about how long one slice may take
 */
export async function slicedRangeQuery(
  store: MetricStore,
  text: string,
  steps: { start: EpochMs; end: EpochMs; stepMs: number },
  pause: () => Promise<void>,
  sliceMs = 25,
): Promise<QueryResult> {
  const query = parseRangeQuery(text, steps.start, steps.end, steps.stepMs)
  const points = new Map<string, Row>()
  // A single step may already be long: how many fit is learned from the first.
  let size = 1
  for (let from = 0; from < query.times.length; ) {
    const began = performance.now()
    const to = Math.min(query.times.length, from + size)
    addPoints(points, store, query, from, to)
    size = Math.max(1, Math.min(size * 8, Math.round((size * sliceMs) / Math.max(1, performance.now() - began))))
    from = to
    if (from < query.times.length) await pause()
  }
  return matrixOf(points)
}

interface RangeQuery {
  expr: Expr
  times: Float64Array
  start: EpochMs
  end: EpochMs
}

function parseRangeQuery(text: string, start: EpochMs, end: EpochMs, stepMs: number): RangeQuery {
  const expr = parsePromql(text)
  const type = typeOf(expr)
  if (type === 'range vector' || type === 'string') {
    throw new PromqlError('bad_data', `invalid expression type "${type}" for range query, must be Scalar or instant Vector`)
  }
  return { expr, start, end, times: Float64Array.from({ length: Math.floor((end - start) / stepMs) + 1 }, (_, i) => start + i * stepMs) }
}

interface Row {
  metric: Labels
  values: Point[]
}

/** Evaluates the steps from ≤ i < to, and appends what they give. */
function addPoints(rows: Map<string, Row>, store: MetricStore, query: RangeQuery, from: number, to: number): void {
  const times = query.times.subarray(from, to)
  for (const { labels, values, has } of columnsOf(startEvaluation(store, query.start, query.end).evaluate(query.expr, times))) {
    const key = labelKey(labels)
    const row = rows.get(key) ?? { metric: labels, values: [] }
    for (let i = 0; i < times.length; i++) if (has[i] === 1) row.values.push([times[i] ?? 0, values[i] ?? 0])
    if (row.values.length > 0) rows.set(key, row)
  }
}

function matrixOf(rows: ReadonlyMap<string, Row>): QueryResult {
  return { resultType: 'matrix', result: [...rows.values()].toSorted((a, b) => compareLabels(a.metric, b.metric)) }
}

function columnsOf(value: Value): readonly Column[] {
  if (value.type === 'vector') return value.columns
  if (value.type === 'string') return []
  return [{ labels: {}, values: value.values, has: new Uint8Array(value.values.length).fill(1) }]
}
