import { errorRatio, errorsByClass, gauge, maxOver, mean, noOutcome, rateOf, rateOfBoth, requestRate, select } from './formulas'
import { runtimePreset } from './runtime'

const total = rateOfBoth('nv_inference_request_success', 'nv_inference_request_failure')
const summary = 'nv_inference_request_summary_us'

function slowest(gauge: string) {
  return `max by ($by) (${gauge}) / 1000000`
}

function quantile(value: string) {
  const selector = select(summary, `quantile="${value}"`)
  return {
    query: slowest(selector),
    long: { query: slowest(maxOver(selector)), each: 'max' },
    combine: 'max',
    note: 'Triton computes it, over a time of its own; of several replicas the slowest is shown. It is there only where Triton is started with --metrics-config summary_latencies=true.',
  } as const
}

/** https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/user_guide/metrics.html */
export const triton = runtimePreset({
  name: 'triton',
  title: 'Triton',
  labels: { model: 'model', version: 'version' },
  marks: ['nv_inference_request_success', 'nv_inference_request_duration_us'],
  optional: ['nv_inference_request_failure', 'nv_inference_pending_request_count', summary],
  probe: 'nv_inference_request_success',
  signals: {
    request_rate: requestRate(total, 'A request counts once, however large its batch.'),
    error_ratio: errorRatio(rateOf('nv_inference_request_failure'), total, 'Triton counts every failure, also a request that was cancelled.'),
    latency_p50: quantile('0.5'),
    latency_p95: quantile('0.95'),
    latency_p99: quantile('0.99'),
    latency_mean: mean('nv_inference_request_duration_us', 'nv_inference_request_success', { perSecond: 1_000_000, note: 'Of the requests that succeeded.' }),
    in_flight: gauge('nv_inference_pending_request_count', 'The requests that wait to be computed: those being computed are not among them.'),
    queue_depth: gauge('nv_inference_pending_request_count'),
    cache_hit_ratio: {
      query: `${rateOf('nv_cache_num_hits_per_model')} / (${rateOf('nv_cache_num_hits_per_model')} + ${rateOf('nv_cache_num_misses_per_model')} > 0)`,
      combine: 'min',
      note: 'Of whole answers; it is there only where Triton is started with a cache (--cache-config) that the model uses.',
    },
    errors_by_class: errorsByClass('nv_inference_request_failure', 'reason', '', 'The reason is Triton’s own word; versions before 24.05 do not say it.'),
    ...noOutcome('Triton does not time the requests that fail.'),
  },
})
