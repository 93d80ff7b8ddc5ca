import { callersToo, errorRatio, errorsByClass, latencies, latencyByOutcome, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

// Both ends of a call report it.
const arrived = 'reporter="destination"'
const total = rateOf('istio_requests_total', arrived)

/** https://istio.io/latest/docs/reference/config/metrics/ */
export const istio = runtimePreset({
  name: 'istio',
  title: 'Istio',
  labels: { model: 'destination_workload', version: 'destination_version' },
  marks: ['istio_requests_total', 'istio_request_duration_milliseconds_bucket'],
  noVersion: ['unknown'],
  probe: 'istio_requests_total',
  notes: ['The model is the workload that is called, and the whole mesh is among them; the version is its pods’ label `version`.'],
  signals: {
    request_rate: requestRate(total),
    // Code 0: the caller or the network ended it before there was an answer.
    error_ratio: errorRatio(rateOf('istio_requests_total', `${arrived}, response_code=~"0|5.."`), total, 'A connection that ended without an answer counts as a failure.'),
    ...latencies('istio_request_duration_milliseconds', { matchers: arrived, perSecond: 1000 }),
    errors_by_class: errorsByClass('istio_requests_total', 'response_code', `${arrived}, response_code=~"0|[45].."`, `0 is a connection that ended without an answer. ${callersToo}`),
    ...latencyByOutcome('istio_request_duration_milliseconds', 'response_code!~"0|5.."', 'response_code=~"0|5.."', { matchers: arrived, perSecond: 1000 }),
  },
})
