import { errorRatio, errorsByClass, gauge, latencies, noOutcome, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = 'vllm:request_success_total'
const total = rateOf(requests)

/** https://docs.vllm.ai/en/latest/usage/metrics.html */
export const vllm = runtimePreset({
  name: 'vllm',
  title: 'vLLM',
  labels: { model: 'model_name', version: null },
  marks: [requests, 'vllm:e2e_request_latency_seconds_bucket'],
  probe: requests,
  notes: ['Its metrics have no version label: versions of a model cannot be told apart.'],
  signals: {
    request_rate: requestRate(total, 'The requests that came to an end; those that were refused before they began are not among them.'),
    error_ratio: errorRatio(
      rateOf(requests, 'finished_reason=~"abort|error"'),
      total,
      'A request that was aborted counts as a failure, also where the caller hung up.',
    ),
    ...latencies('vllm:e2e_request_latency_seconds', { note: 'From the request to the last token.' }),
    in_flight: gauge('vllm:num_requests_running', 'The requests in the running batch: those that wait are not among them.'),
    queue_depth: gauge('vllm:num_requests_waiting'),
    cache_hit_ratio: {
      query: `${rateOf('vllm:prefix_cache_hits_total')} / (${rateOf('vllm:prefix_cache_queries_total')} > 0)`,
      combine: 'min',
      note: 'Of the tokens of prompts that were computed before, in the cache of prefixes.',
    },
    errors_by_class: errorsByClass(requests, 'finished_reason', 'finished_reason=~"abort|error"'),
    ...noOutcome('vLLM times requests without how they ended.'),
  },
})
