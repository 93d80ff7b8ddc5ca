import { callersToo, errorRatio, errorsByClass, gauge, latencies, latencyByOutcome, probeRoutes, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = 'bentoml_service_request_total'
const calls = `endpoint!~"${probeRoutes}"`
const total = rateOf(requests, calls)

/** https://docs.bentoml.com/en/latest/build-with-bentoml/observability/metrics.html */
export const bentoml = runtimePreset({
  name: 'bentoml',
  title: 'BentoML',
  labels: { model: 'service_name', version: 'service_version' },
  marks: [requests, 'bentoml_service_request_duration_seconds_bucket'],
  noVersion: ['not available'],
  probe: requests,
  notes: ['The model is the service. Its version is that of the bento; a service that was not built has none.'],
  signals: {
    request_rate: requestRate(total, 'Health checks are not among them.'),
    error_ratio: errorRatio(rateOf(requests, `${calls}, http_response_code=~"5.."`), total),
    ...latencies('bentoml_service_request_duration_seconds', { matchers: calls }),
    errors_by_class: errorsByClass(requests, 'http_response_code', `${calls}, http_response_code=~"[45].."`, callersToo),
    ...latencyByOutcome('bentoml_service_request_duration_seconds', 'http_response_code!~"5.."', 'http_response_code=~"5.."', { matchers: calls }),
    in_flight: gauge('bentoml_service_request_in_progress', undefined, calls),
  },
})
