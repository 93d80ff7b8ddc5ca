import type { Preset, SignalQuery } from '@/adapters/prometheus/preset'

const requests = 'sum by ($by) (rate(model_requests_total{$selector}[$window]))'
const failures = 'sum by ($by) (rate(model_requests_total{code=~"5..", $selector}[$window]))'

function latency(quantile: string): SignalQuery {
  const buckets = 'rate(model_request_duration_seconds_bucket{$selector}[$window])'
  return { query: `histogram_quantile(${quantile}, sum by ($by, le) (${buckets}))`, combine: 'max' }
}

/**
 * Replicas export the same gauge, so it is averaged first. Over versions the mean is weighted by
 * support, and unweighted only where there is none to weigh with. `metric=~"f1|"` also takes a support
 * without the label `metric`.
 */
function quality(metric: string): SignalQuery {
  const score = (by: string) => `avg by (${by}, window) (model_quality{metric="${metric}", $selector})`
  const support = `max by ($each, window) (model_quality_samples{metric=~"${metric}|", $selector})`
  const supports = `sum by ($by, window) (${support})`
  const weighted = `sum by ($by, window) (${score('$each')} * ${support}) / (${supports} > 0)`
  return {
    query: score('$by'),
    modelQuery: `${weighted} or (${score('$by')} unless ${supports})`,
    keep: ['window'],
    combine: 'min',
  }
}

/** Our own convention: what an instrumented server exports when nothing else decides the names. */
export const modeldeck: Preset = {
  name: 'modeldeck',
  title: 'the Modeldeck convention',
  labels: { model: 'model', version: 'version' },
  scrapeProbe: 'max(count_over_time(model_requests_total{$selector}[10m]))',
  signals: {
    request_rate: { query: requests, combine: 'sum' },
    // 0 with traffic and no failure; no value at all, rather than 0/0, without traffic.
    error_ratio: { query: `(${failures} or 0 * ${requests}) / (${requests} > 0)`, combine: 'max' },
    latency_p50: latency('0.5'),
    latency_p95: latency('0.95'),
    latency_p99: latency('0.99'),
    in_flight: { query: 'sum by ($by) (model_requests_in_progress{$selector})', combine: 'sum' },
    quality_accuracy: quality('accuracy'),
    quality_precision: quality('precision'),
    quality_recall: quality('recall'),
    quality_f1: quality('f1'),
    quality_samples: {
      query: 'sum by ($by, window) (max by ($each, window) (model_quality_samples{$selector}))',
      keep: ['window'],
      combine: 'sum',
    },
    drift: {
      query: 'max by ($by, feature, stat) (model_drift{$selector})',
      keep: ['feature', 'stat'],
      combine: 'max',
    },
  },
}
