import { rangeQuery } from '@/demo/promql/rangeQuery'
import type { MetricStore } from '@/demo/world/metricStore'
import { hourMs, minuteMs, type EpochMs } from '@/domain/time'

const fineMs = minuteMs / 2

/**
 * Since when an expression that gives one series at `at` has given it without a break: first by the hour, then
 * by the evaluation. What began before `notBefore` counts as begun then.
 */
export function onsetOf(store: MetricStore, expr: string, at: EpochMs, notBefore: EpochMs): EpochMs {
  const lastHour = Math.floor(at / hourMs) * hourMs
  const firstHour = Math.ceil(notBefore / hourMs) * hourMs
  const byHour = runStart(store, expr, firstHour, lastHour, hourMs) ?? at
  if (byHour === firstHour) return firstHour
  const from = byHour === at ? lastHour : byHour - hourMs
  return runStart(store, expr, from + fineMs, byHour, fineMs) ?? byHour
}

/** The first instant of the unbroken run that ends at `end`; `null`: there is nothing at `end`. */
function runStart(store: MetricStore, expr: string, start: EpochMs, end: EpochMs, stepMs: number): EpochMs | null {
  if (start > end) return null
  const answer = rangeQuery(store, expr, start, end, stepMs)
  const times = answer.resultType === 'matrix' ? (answer.result[0]?.values.map(([time]) => time) ?? []) : []
  if (times.at(-1) !== end) return null
  let first = end
  for (let i = times.length - 2; i >= 0 && times[i] === first - stepMs; i--) first -= stepMs
  return first
}
