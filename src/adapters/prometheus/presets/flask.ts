import { callersToo, errorRatio, errorsByClass, latencies, latencyByOutcome, probeRoutes, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

const requests = 'flask_http_request_duration_seconds'
// flask_http_request_total has no path, so that probes could not be left out.
const calls = `path!~"${probeRoutes}"`
const total = rateOf(`${requests}_count`, calls)

/** prometheus-flask-exporter: https://github.com/rycus86/prometheus_flask_exporter */
export const flask = runtimePreset({
  name: 'flask',
  title: 'Flask',
  labels: { model: 'job', version: null },
  marks: ['flask_http_request_total', `${requests}_bucket`],
  probe: `${requests}_count`,
  notes: [
    'Its metrics name no model: the scrape job stands for it. Where one app serves several models by path, put "labels": { "model": "path" }.',
    'There is no version label, unless the scrape configuration adds one.',
  ],
  signals: {
    request_rate: requestRate(total, 'Health checks are not among them.'),
    error_ratio: errorRatio(rateOf(`${requests}_count`, `${calls}, status=~"5.."`), total),
    ...latencies(requests, { matchers: calls }),
    errors_by_class: errorsByClass(`${requests}_count`, 'status', `${calls}, status=~"[45].."`, callersToo),
    ...latencyByOutcome(requests, 'status!~"5.."', 'status=~"5.."', { matchers: calls }),
  },
})
