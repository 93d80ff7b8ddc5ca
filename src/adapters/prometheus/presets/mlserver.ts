import { errorRatio, mean, noOutcome, onlyMean, rateOf, rateOfBoth, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const total = rateOfBoth('model_infer_request_success_total', 'model_infer_request_failure_total')

/** MLServer, on its `metrics_port`: https://mlserver.readthedocs.io/en/latest/user-guide/metrics.html */
export const mlserver = runtimePreset({
  name: 'mlserver',
  title: 'MLServer',
  labels: { model: 'model', version: 'version' },
  marks: ['model_infer_request_success_total', 'model_infer_request_duration_count'],
  optional: ['model_infer_request_failure_total'],
  noVersion: ['None'],
  probe: 'model_infer_request_success_total',
  notes: ['A version is known only of requests whose address names it: the others count for the model.'],
  signals: {
    request_rate: requestRate(total),
    error_ratio: errorRatio(rateOf('model_infer_request_failure_total'), total, 'MLServer counts every failure, also one that the caller caused.'),
    ...onlyMean(
      mean('model_infer_request_duration_sum', 'model_infer_request_duration_count', { note: 'Failed requests are in it.' }),
      'MLServer times a model by sum and count, which give the mean and no percentile; its histogram of REST requests does not tell models apart.',
    ),
    in_flight: { reason: 'MLServer counts what is in progress for the whole server (rest_server_requests_in_progress), not for a model.' },
    errors_by_class: { reason: 'MLServer counts the failures of a model without their class; its counter of REST answers by status does not tell models apart.' },
    ...noOutcome('MLServer times successes and failures of a model together, and gives no percentile.'),
  },
})
