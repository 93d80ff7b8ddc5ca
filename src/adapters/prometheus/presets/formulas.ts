import type { SignalQuery } from '@/adapters/prometheus/preset'

/** A selector of the models asked for; `matchers` narrows it: `code=~"5.."`. */
export function select(metric: string, matchers = ''): string {
  return `${metric}{${matchers === '' ? '' : `${matchers}, `}$selector}`
}

/** What a counter gains per second. */
export function rateOf(metric: string, matchers = ''): string {
  return `sum by ($by) (rate(${select(metric, matchers)}[$window]))`
}

/**
 * What two counters gain per second together. `rate({__name__=~"a|b"})` is refused, because rate drops the name
 * and leaves the same labels twice; a label of its own keeps them apart, and one that is absent does no harm.
 */
export function rateOfBoth(first: string, second: string): string {
  return `sum by ($by) (${named(first)} or ${named(second)})`
}

function named(metric: string): string {
  return `label_replace(rate(${select(metric)}[$window]), "counter", "${metric}", "", "")`
}

/** Requests per second, of a text that counts them. */
export function requestRate(total: string, note?: string): SignalQuery {
  return { query: total, combine: 'sum', ...(note !== undefined && { note }) }
}

/** 0 with traffic and no failure; no value at all, rather than 0/0, without traffic. */
export function errorRatio(failures: string, total: string, note?: string): SignalQuery {
  return { query: `(${failures} or 0 * ${total}) / (${total} > 0)`, combine: 'max', ...(note !== undefined && { note }) }
}

/** What is to be known of errors by HTTP status. */
export const callersToo = 'Also what the caller caused (4xx), which the error rate leaves out.'

/** Errors per second by a label that says which: an HTTP status, a reason, an exception. */
export function errorsByClass(metric: string, label: string, matchers: string, note?: string): SignalQuery {
  return { query: `sum by ($by, ${label}) (rate(${select(metric, matchers)}[$window]))`, keep: [label], combine: 'sum', ...(note !== undefined && { note }) }
}

/** Where the metrics are, in which unit, and what to know of them. */
export interface Timing {
  matchers?: string
  /** How many of its units make a second. */
  perSecond?: number
  note?: string
}

function seconds(text: string, { perSecond = 1, note }: Timing): SignalQuery {
  return { query: perSecond === 1 ? text : `${text} / ${perSecond}`, combine: 'max', ...(note !== undefined && { note }) }
}

/** The mean of a sum and its count, which may be counters of any name. */
export function mean(sum: string, count: string, timing: Timing = {}): SignalQuery {
  const { matchers } = timing
  return seconds(`${rateOf(sum, matchers)} / (${rateOf(count, matchers)} > 0)`, timing)
}

/** Percentiles and mean of a histogram, by its name without `_bucket`. */
export function latencies(histogram: string, timing: Timing = {}) {
  const buckets = `rate(${select(`${histogram}_bucket`, timing.matchers)}[$window])`
  const quantile = (q: string) => seconds(`histogram_quantile(${q}, sum by ($by, le) (${buckets}))`, timing)
  return {
    latency_p50: quantile('0.5'),
    latency_p95: quantile('0.95'),
    latency_p99: quantile('0.99'),
    latency_mean: mean(`${histogram}_sum`, `${histogram}_count`, timing),
  }
}

/** The 95th percentile of successes and of errors apart, where a histogram's labels tell them. */
export function latencyByOutcome(histogram: string, success: string, error: string, { matchers, ...timing }: Timing = {}) {
  const p95 = (outcome: string) => latencies(histogram, { ...timing, matchers: matchers === undefined ? outcome : `${matchers}, ${outcome}` }).latency_p95
  return { latency_p95_success: p95(success), latency_p95_error: p95(error) }
}

/** For runtimes whose times do not tell successes and errors apart. */
export function noOutcome(reason: string) {
  return { latency_p95_success: { reason }, latency_p95_error: { reason } }
}

/** For runtimes that time a sum and a count only: the mean is all there is, and is never shown as a percentile. */
export function onlyMean(latencyMean: SignalQuery, reason: string) {
  const none = { reason }
  return { latency_p50: none, latency_p95: none, latency_p99: none, latency_mean: latencyMean }
}

/** A gauge that is added up over replicas; over a longer step, the most of each. */
export function gauge(metric: string, note?: string, matchers?: string): SignalQuery {
  const selector = select(metric, matchers)
  const long = { query: `sum by ($by) (${maxOver(selector)})`, each: 'max' } as const
  return { query: `sum by ($by) (${selector})`, long, combine: 'sum', ...(note !== undefined && { note }) }
}

/** The most that a gauge had between two points of a range. */
export function maxOver(selector: string): string {
  return `max_over_time(${selector}[$step])`
}

/** Routes that are asked by probes and scrapes, not by those who want a prediction. */
export const probeRoutes = '/metrics|/health|/healthz|/livez|/readyz|/live|/ready|/ping'
