import { latencies, noOutcome, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const calls = rateOf('request_predict_seconds_count')
const explanations = rateOf('request_explain_seconds_count')
const ends = rateOf('request_postprocess_seconds_count')

/**
 * KServe's Python server, each step of a call timed:
 * https://github.com/kserve/kserve/blob/master/python/kserve/kserve/metrics.py
 */
export const kserve = runtimePreset({
  name: 'kserve',
  title: 'KServe',
  labels: { model: 'model_name', version: null },
  marks: ['request_predict_seconds_count', 'request_postprocess_seconds_count'],
  // An explanation runs through the same last step, without a prediction.
  optional: ['request_explain_seconds_count'],
  probe: 'request_predict_seconds_count',
  notes: ['Its metrics have no version label: give the versions names of their own, and read them by "match".'],
  signals: {
    request_rate: requestRate(calls),
    // The time of a step is observed even when it throws, and the steps after it then never begin.
    error_ratio: {
      query: `clamp_min(${calls} + (${explanations} or 0 * ${calls}) - (${ends} or 0 * ${calls}), 0) / (${calls} > 0)`,
      combine: 'max',
      note: 'KServe counts no errors: these are the predictions whose answer was not finished. A request that is refused before the prediction is not among them.',
    },
    ...latencies('request_predict_seconds', { note: 'The prediction alone, without the steps before and after it.' }),
    errors_by_class: { reason: 'KServe counts no errors, so that there is no class of them either.' },
    ...noOutcome('KServe times a prediction also where it fails, and does not say which did.'),
  },
})
