import { formatValue } from '@/demo/promql/formatValue'
import type { PromqlError } from '@/demo/promql/promqlError'
import type { Point, QueryResult } from '@/demo/promql/query'

const cors = {
  'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, Origin',
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Date',
}

function json(body: unknown, status: number): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...cors } })
}

export function success(data: unknown): Response {
  return json({ status: 'success', data }, 200)
}

export function refusal({ errorType, message }: PromqlError): Response {
  return json({ status: 'error', errorType, error: message }, errorType === 'bad_data' ? 400 : 422)
}

/** What the router of the server answers: plain text. */
export function plain(status: 200 | 404 | 405, text: string): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}

export function preflight(): Response {
  return new Response(null, { status: 204, headers: cors })
}

function wirePoint([at, value]: Point): [number, string] {
  return [at / 1000, formatValue(value)]
}

/** A result as the API writes it: seconds, and values as text. */
export function wireResult(result: QueryResult): unknown {
  const { resultType } = result
  if (resultType === 'scalar') return { resultType, result: wirePoint(result.result) }
  if (resultType === 'string') return { resultType, result: [result.result[0] / 1000, result.result[1]] }
  if (resultType === 'vector') {
    return { resultType, result: result.result.map(({ metric, value }) => ({ metric: sorted(metric), value: wirePoint(value) })) }
  }
  return { resultType, result: result.result.map(({ metric, values }) => ({ metric: sorted(metric), values: values.map(wirePoint) })) }
}

/** A label set as Go writes a map: by name. */
export function sorted(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
