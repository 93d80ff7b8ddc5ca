import { errorRatio, errorsByClass, mean, noOutcome, onlyMean, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const total = rateOf('seldon_model_infer_total')

/** Seldon Core 2's agent: https://github.com/SeldonIO/seldon-core/blob/v2/scheduler/pkg/metrics/agent.go */
export const seldonV2 = runtimePreset({
  name: 'seldon-v2',
  title: 'Seldon Core 2',
  // `model_internal` is the model's name with Seldon's own count of its changes (`iris_2`).
  labels: { model: 'model', version: 'model_internal' },
  marks: ['seldon_model_infer_total', 'seldon_model_infer_seconds_total'],
  probe: 'seldon_model_infer_total',
  notes: ['The version label is `model_internal`, such as iris_2: name the registry’s version by "match", or have only the model.'],
  signals: {
    request_rate: requestRate(total),
    error_ratio: errorRatio(
      rateOf('seldon_model_infer_total', 'code!~"2..|OK"'),
      total,
      'Every answer that is not a success counts as a failure, also one that the caller caused.',
    ),
    ...onlyMean(
      mean('seldon_model_infer_seconds_total', 'seldon_model_infer_total'),
      'Seldon Core 2 times a model by sum and count, which give the mean and no percentile; its histogram (seldon_model_infer_api_seconds) does not tell models apart.',
    ),
    errors_by_class: errorsByClass('seldon_model_infer_total', 'code', 'code!~"2..|OK"'),
    ...noOutcome('Seldon Core 2 times a model by sum and count, which give no percentile.'),
  },
})
