import { mean, noOutcome, onlyMean, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = 'ts_inference_requests_total'

/** https://docs.pytorch.org/serve/metrics_api.html, with `metrics_mode=prometheus`. */
export const torchserve = runtimePreset({
  name: 'torchserve',
  title: 'TorchServe',
  labels: { model: 'model_name', version: 'model_version' },
  marks: [requests, 'ts_inference_latency_microseconds'],
  noVersion: ['default'],
  probe: requests,
  notes: ['A version is known only of requests whose address names it: the others count for the model.'],
  signals: {
    request_rate: requestRate(rateOf(requests)),
    error_ratio: { reason: 'TorchServe counts failures for the whole host (Requests5XX), not for a model.' },
    ...onlyMean(
      mean('ts_inference_latency_microseconds', requests, { perSecond: 1_000_000 }),
      'TorchServe times a model by a sum, which gives the mean and no percentile.',
    ),
    errors_by_class: { reason: 'TorchServe counts failures for the whole host (Requests4XX, Requests5XX), not for a model.' },
    ...noOutcome('TorchServe times a model by a sum, which gives no percentile.'),
  },
})
