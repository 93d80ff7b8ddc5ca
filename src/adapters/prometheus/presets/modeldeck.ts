import type { Preset, SignalQuery } from '@/adapters/prometheus/preset'
import { scrapeProbe } from '@/adapters/prometheus/scrapeInterval'

const requests = 'sum by ($by) (rate(model_requests_total{$selector}[$window]))'
const failures = 'sum by ($by) (rate(model_requests_total{code=~"5..", $selector}[$window]))'

const meanLatency: SignalQuery = {
  query:
    'sum by ($by) (rate(model_request_duration_seconds_sum{$selector}[$window])) / ' +
    '(sum by ($by) (rate(model_request_duration_seconds_count{$selector}[$window])) > 0)',
  combine: 'max',
}

function latency(quantile: string, outcome = ''): SignalQuery {
  const buckets = `rate(model_request_duration_seconds_bucket{${outcome}$selector}[$window])`
  return { query: `histogram_quantile(${quantile}, sum by ($by, le) (${buckets}))`, combine: 'max' }
}

/** A gauge as it is. */
const now = (selector: string) => selector
const highest = (selector: string) => `max_over_time(${selector}[$step])`
const lowest = (selector: string) => `min_over_time(${selector}[$step])`

/** What a gauge answers at a moment, and over a longer step. */
function gauge(each: 'max' | 'min', text: (read: typeof now) => string) {
  return { query: text(now), long: { query: text(each === 'max' ? highest : lowest), each } }
}

/**
 * Replicas export the same gauge, so it is averaged first. Over versions the mean is weighted by
 * support, and unweighted only where there is none to weigh with. `>= 0` drops a version whose score is
 * NaN, which would take the others with it; `metric=~"f1|"` also takes a support without that label.
 */
function quality(metric: string): SignalQuery {
  const texts = (read: typeof now) => {
    const gauge = read(`model_quality{metric="${metric}", $selector}`)
    const scores = `(avg by ($each, window) (${gauge}) >= 0)`
    const support = `max by ($each, window) (${read(`model_quality_samples{metric=~"${metric}|", $selector}`)})`
    const weighted =
      `sum by ($by, window) (${scores} * ${support}) / ` +
      `(sum by ($by, window) (${support} and ${scores}) > 0)`
    return {
      query: `avg by ($by, window) (${gauge})`,
      modelQuery: `${weighted} or (avg by ($by, window) ${scores} unless sum by ($by, window) (${support}))`,
    }
  }
  return {
    ...texts(now),
    long: { ...texts(lowest), each: 'min' },
    keep: ['window'],
    longest: 'window',
    combine: 'min',
    modelNote: 'Of several versions: the mean, weighted by how many labelled predictions each was measured on.',
  }
}

/** Our own convention: what an instrumented server exports when nothing else decides the names. */
export const modeldeck: Preset = {
  name: 'modeldeck',
  title: 'the Modeldeck convention',
  labels: { model: 'model', version: 'version' },
  marks: ['model_requests_total'],
  scrapeProbe: scrapeProbe('model_requests_total'),
  signals: {
    request_rate: { query: requests, combine: 'sum' },
    // 0 with traffic and no failure; no value at all, rather than 0/0, without traffic.
    error_ratio: { query: `(${failures} or 0 * ${requests}) / (${requests} > 0)`, combine: 'max' },
    latency_p50: latency('0.5'),
    latency_p95: latency('0.95'),
    latency_p99: latency('0.99'),
    latency_mean: meanLatency,
    errors_by_class: {
      query: 'sum by ($by, code) (rate(model_requests_total{code=~"[45]..", $selector}[$window]))',
      keep: ['code'],
      combine: 'sum',
      note: 'Also what the caller caused (4xx), which the error rate leaves out.',
    },
    latency_p95_success: latency('0.95', 'outcome="success", '),
    latency_p95_error: latency('0.95', 'outcome="error", '),
    in_flight: { ...gauge('max', (read) => `sum by ($by) (${read('model_requests_in_progress{$selector}')})`), combine: 'sum' },
    quality_accuracy: quality('accuracy'),
    quality_precision: quality('precision'),
    quality_recall: quality('recall'),
    quality_f1: quality('f1'),
    quality_samples: {
      ...gauge('min', (read) => `sum by ($by, window) (max by ($each, window) (${read('model_quality_samples{$selector}')}))`),
      keep: ['window'],
      longest: 'window',
      combine: 'sum',
    },
    drift: {
      ...gauge('max', (read) => `max by ($by, feature, stat) (${read('model_drift{$selector}')})`),
      keep: ['feature', 'stat'],
      combine: 'max',
    },
  },
}
