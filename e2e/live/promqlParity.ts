import { PromqlError } from '@/demo/promql/promqlError'
import { instantQuery, type QueryResult } from '@/demo/promql/query'
import { rangeQuery } from '@/demo/promql/rangeQuery'
import { formatValue } from '@/demo/promql/formatValue'
import type { MetricStore } from '@/demo/world/metricStore'

/** Label set → values by time (instant: one), or an error's type and text. */
export type Answer = { error: string; errorType: string } | { series: Map<string, Map<number, number>> }

export type Question = { query: string; time: number } | { query: string; start: number; end: number; stepMs: number }

function seconds(ms: number): string {
  return String(ms / 1000)
}

/** The real server's answer. */
export async function askReal(url: string, question: Question): Promise<Answer> {
  const range = 'start' in question
  const body = new URLSearchParams(
    range
      ? { query: question.query, start: seconds(question.start), end: seconds(question.end), step: seconds(question.stepMs) }
      : { query: question.query, time: seconds(question.time) },
  )
  const response = await fetch(`${url}/api/v1/${range ? 'query_range' : 'query'}`, { method: 'POST', body })
  const answer: unknown = await response.json()
  return parseAnswer(answer)
}

/** The evaluator's answer, through the same shape. */
export function askOurs(store: MetricStore, question: Question): Answer {
  try {
    const result =
      'start' in question
        ? rangeQuery(store, question.query, question.start, question.end, question.stepMs)
        : instantQuery(store, question.query, question.time)
    return { series: collect(result.resultType, wire(result)) }
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error
    return { errorType: error.errorType, error: error.errorType === 'bad_data' && 'time' in question ? `invalid parameter "query": ${error.message}` : error.message }
  }
}

function wire(result: QueryResult): unknown {
  return JSON.parse(
    JSON.stringify(result.result, (key, value: unknown) =>
      Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && key !== 'result'
        ? [value[0] / 1000, typeof value[1] === 'number' ? formatValue(value[1]) : value[1]]
        : value,
    ),
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parseAnswer(answer: unknown): Answer {
  if (!isRecord(answer)) throw new Error('not an envelope')
  if (answer.status === 'error') return { errorType: String(answer.errorType), error: String(answer.error) }
  if (!isRecord(answer.data)) throw new Error('no data')
  return { series: collect(String(answer.data.resultType), answer.data.result) }
}

function collect(resultType: string, result: unknown): Map<string, Map<number, number>> {
  const rows = resultType === 'scalar' || resultType === 'string' ? [{ metric: {}, value: result }] : result
  const series = new Map<string, Map<number, number>>()
  for (const row of Array.isArray(rows) ? rows : []) {
    if (!isRecord(row) || !isRecord(row.metric)) throw new Error('not a row')
    const points = Array.isArray(row.values) ? row.values : [row.value]
    const values = points.map((point: unknown): [number, number] => {
      if (!Array.isArray(point)) throw new Error('not a point')
      return [Number(point[0]), Number(String(point[1]).replace('Inf', 'Infinity'))]
    })
    const key = JSON.stringify(Object.entries(row.metric).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    series.set(key, new Map(values))
  }
  return series
}

/** In words what differs between two answers by more than float error; empty when nothing does. */
export function differences(ours: Answer, real: Answer): string[] {
  if ('error' in ours || 'error' in real) {
    const [a, b] = [ours, real].map((answer) => ('error' in answer ? `${answer.errorType}: ${answer.error}` : 'an answer'))
    return a === b ? [] : [`ours ${a}, real ${b}`]
  }
  const found: string[] = []
  for (const key of new Set([...ours.series.keys(), ...real.series.keys()])) {
    const [mine, theirs] = [ours.series.get(key), real.series.get(key)]
    if (!mine || !theirs) found.push(`${key}: only ${mine ? 'ours' : 'real'}`)
    else {
      for (const at of new Set([...mine.keys(), ...theirs.keys()])) {
        const [a, b] = [mine.get(at), theirs.get(at)]
        if (!same(a, b)) found.push(`${key} at ${at}: ours ${a}, real ${b}`)
      }
    }
  }
  return found
}

function same(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))
}
