import { callersToo, errorRatio, errorsByClass, gauge, latencies, noOutcome, probeRoutes, rateOf, requestRate } from './formulas'
import { runtimePreset } from './runtime'

// `none` is what has no route: it never reached a model.
const calls = `handler!~"none|${probeRoutes}"`
const total = rateOf('http_requests_total', calls)

/** prometheus-fastapi-instrumentator: https://github.com/trallnag/prometheus-fastapi-instrumentator */
export const fastapi = runtimePreset({
  name: 'fastapi',
  title: 'FastAPI',
  labels: { model: 'job', version: null },
  marks: ['http_requests_total', 'http_request_duration_highr_seconds_bucket'],
  optional: ['http_requests_inprogress'],
  probe: 'http_requests_total',
  notes: [
    'Its metrics name no model: the scrape job stands for it. Where one app serves several models by route, put "labels": { "model": "handler" }; percentiles are then not to be had.',
    'There is no version label, unless the scrape configuration adds one.',
  ],
  signals: {
    request_rate: requestRate(total, 'Scrapes, health checks and what has no route are not among them.'),
    error_ratio: errorRatio(rateOf('http_requests_total', `${calls}, status=~"5..|5xx"`), total),
    ...latencies('http_request_duration_highr_seconds', { note: 'Of all routes together, also scrapes and health checks: the fine histogram does not tell routes apart.' }),
    errors_by_class: errorsByClass('http_requests_total', 'status', `${calls}, status=~"[45].+"`, callersToo),
    ...noOutcome('FastAPI’s instrumentator times requests without their status, unless it is told to add a histogram of its own that has it.'),
    in_flight: gauge('http_requests_inprogress', 'It is there only where the instrumentator is told to count it (should_instrument_requests_inprogress).'),
  },
})
