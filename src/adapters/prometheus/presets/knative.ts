import { callersToo, errorRatio, errorsByClass, gauge, latencies, latencyByOutcome, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = 'revision_app_request_count'
const total = rateOf(requests)

/** Knative's queue-proxy: https://knative.dev/v1.10-docs/serving/services/service-metrics/ */
export const knative = runtimePreset({
  name: 'knative',
  title: 'Knative',
  labels: { model: 'service_name', version: 'revision_name' },
  marks: [requests, 'revision_app_request_latencies_bucket'],
  optional: ['revision_queue_depth'],
  probe: requests,
  notes: [
    'The model is the service; the version is the revision, such as iris-00002: name the registry’s version by "match", or have only the model.',
    'These are the names up to Knative 1.18; later ones export OpenTelemetry’s and need queries of their own.',
  ],
  signals: {
    request_rate: requestRate(total),
    error_ratio: errorRatio(rateOf(requests, 'response_code_class="5xx"'), total),
    ...latencies('revision_app_request_latencies', { perSecond: 1000 }),
    errors_by_class: errorsByClass(requests, 'response_code', 'response_code_class=~"[45]xx"', callersToo),
    ...latencyByOutcome('revision_app_request_latencies', 'response_code_class!="5xx"', 'response_code_class="5xx"', { perSecond: 1000 }),
    in_flight: gauge('revision_queue_depth', 'What waits is among them. It is there only where the concurrency is limited.'),
  },
})
