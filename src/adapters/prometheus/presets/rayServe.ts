import { errorRatio, errorsByClass, gauge, latencies, noOutcome, rateOf, rateOfBoth, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const failures = 'ray_serve_deployment_error_counter_total'
const total = rateOfBoth('ray_serve_deployment_request_counter_total', failures)

/** https://docs.ray.io/en/latest/serve/monitoring.html */
export const rayServe = runtimePreset({
  name: 'ray-serve',
  title: 'Ray Serve',
  labels: { model: 'deployment', version: null },
  marks: ['ray_serve_deployment_request_counter_total', 'ray_serve_deployment_processing_latency_ms_bucket'],
  optional: [failures],
  probe: 'ray_serve_deployment_processing_latency_ms_count',
  notes: [
    'The model is the deployment; for that of an application put "labels": { "model": "application" }, which counts a request once for each deployment that it passes.',
    'Its metrics have no version label: versions of a model cannot be told apart.',
  ],
  signals: {
    // The counter of requests counts those that succeed.
    request_rate: requestRate(total),
    error_ratio: errorRatio(rateOf(failures), total, 'Failures are the exceptions of the deployment.'),
    ...latencies('ray_serve_deployment_processing_latency_ms', { perSecond: 1000, note: 'Without the time in the proxy and in the queue.' }),
    in_flight: gauge('ray_serve_replica_processing_queries'),
    queue_depth: gauge('ray_serve_deployment_queued_queries'),
    errors_by_class: errorsByClass(failures, 'exception_type', '', 'The class is the exception; older versions of Ray do not say it.'),
    ...noOutcome('Ray Serve times requests without whether they failed.'),
  },
})
