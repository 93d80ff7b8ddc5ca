import { durationMs } from '@/demo/promql/literals'
import { parsePromql } from '@/demo/promql/parse'
import { PromqlError } from '@/demo/promql/promqlError'
import type { LabelMatcher } from '@/demo/world/metricStore'
import type { EpochMs } from '@/domain/time'

const goFloat = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i

/** What Prometheus answers to a parameter that it cannot take. */
export function badParameter(name: string, reason: string): PromqlError {
  return new PromqlError('bad_data', `invalid parameter "${name}": ${reason}`)
}

/** Seconds since the epoch with a fraction, or RFC 3339. */
export function timeOf(params: URLSearchParams, name: string, wording = ''): EpochMs {
  const text = params.get(name) ?? ''
  const ms = goFloat.test(text) ? Math.round(Number(text) * 1000) : rfc3339.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms)) throw badParameter(name, `${wording}cannot parse ${JSON.stringify(text)} to a valid timestamp`)
  return ms
}

/** The same, or this default where the parameter is absent. */
export function optionalTime(params: URLSearchParams, name: string, otherwise: EpochMs): EpochMs {
  return params.get(name) ? timeOf(params, name, `Invalid time value for '${name}': `) : otherwise
}

/** Seconds with a fraction, or a duration such as `30s`. */
export function durationOf(params: URLSearchParams, name: string): number {
  const text = params.get(name) ?? ''
  const ms = goFloat.test(text) ? Math.trunc(Number(text) * 1000) : durationMs(text)
  if (ms === null) throw badParameter(name, `cannot parse ${JSON.stringify(text)} to a valid duration`)
  return ms
}

/** A range query's steps, within the server's limit of 11,000 points a series. */
export function stepsOf(params: URLSearchParams): { start: EpochMs; end: EpochMs; stepMs: number } {
  const start = timeOf(params, 'start')
  const end = timeOf(params, 'end')
  if (end < start) throw badParameter('end', 'end timestamp must not be before start time')
  const stepMs = durationOf(params, 'step')
  if (stepMs <= 0) throw badParameter('step', 'zero or negative query resolution step widths are not accepted. Try a positive integer')
  if (Math.floor((end - start) / stepMs) > 11_000) {
    throw new PromqlError('bad_data', 'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)')
  }
  return { start, end, stepMs }
}

/** The selectors of `match[]`. `wrapped`: whether the endpoint names the parameter in its refusal of an empty one. */
export function matchesOf(params: URLSearchParams, wrapped: boolean): (readonly LabelMatcher[])[] {
  return params.getAll('match[]').map((text) => {
    const expr = parsedMatch(text, wrapped)
    if (expr.kind !== 'selector') throw badParameter('match[]', '1:1: parse error: expected a vector selector')
    return expr.matchers
  })
}

function parsedMatch(text: string, wrapped: boolean): ReturnType<typeof parsePromql> {
  try {
    return parsePromql(text)
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error
    const empty = error.message.endsWith('vector selector must contain at least one non-empty matcher')
    const reason = empty ? 'match[] must contain at least one non-empty matcher' : error.message
    throw empty && !wrapped ? new PromqlError('bad_data', reason) : badParameter('match[]', reason)
  }
}
