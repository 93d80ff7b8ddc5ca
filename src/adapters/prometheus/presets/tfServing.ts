import { errorRatio, errorsByClass, latencies, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = ':tensorflow:serving:request_count'
const times = latencies(':tensorflow:serving:request_latency', { perSecond: 1_000_000 })
const total = rateOf(requests)

/** https://github.com/tensorflow/serving/blob/master/tensorflow_serving/servables/tensorflow/util.cc */
export const tfServing = runtimePreset({
  name: 'tf-serving',
  title: 'TensorFlow Serving',
  labels: { model: 'model_name', version: null },
  marks: [requests, ':tensorflow:serving:request_latency_bucket'],
  probe: requests,
  notes: ['Its metrics have no version label: versions of a model cannot be told apart.'],
  signals: {
    request_rate: requestRate(total),
    error_ratio: errorRatio(
      rateOf(requests, 'status!="OK"'),
      total,
      'Every status but OK counts as a failure, also one that the caller caused, such as INVALID_ARGUMENT.',
    ),
    ...times,
    errors_by_class: errorsByClass(requests, 'status', 'status!="OK"'),
    latency_p95_success: times.latency_p95,
    latency_p95_error: { reason: 'TensorFlow Serving times only the requests that succeed.' },
  },
})
