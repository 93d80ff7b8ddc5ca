import { errorRatio, errorsByClass, latencies, latencyByOutcome, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = 'seldon_api_executor_server_requests_seconds'
// REST requests are named by what they ask, those over gRPC by their full method.
const predictions = 'service!~"status|metadata|feedback"'
const total = rateOf(`${requests}_count`, predictions)

/** Seldon Core 1's executor: https://github.com/SeldonIO/seldon-core/blob/v1/executor/api/metric/server.go */
export const seldonV1 = runtimePreset({
  name: 'seldon-v1',
  title: 'Seldon Core 1',
  labels: { model: 'deployment_name', version: 'predictor_version' },
  marks: [`${requests}_count`],
  probe: `${requests}_count`,
  notes: ['The version is the annotation `version` of a predictor; without it, versions are not told apart.'],
  signals: {
    request_rate: requestRate(total),
    error_ratio: errorRatio(
      rateOf(`${requests}_count`, `${predictions}, code!~"2..|OK"`),
      total,
      'Every answer that is not a success counts as a failure, also one that the caller caused.',
    ),
    ...latencies(requests, { matchers: predictions }),
    errors_by_class: errorsByClass(`${requests}_count`, 'code', `${predictions}, code!~"2..|OK"`),
    ...latencyByOutcome(requests, 'code=~"2..|OK"', 'code!~"2..|OK"', { matchers: predictions }),
  },
})
