import { dayMs, hourMs, minuteMs } from '@/domain/time'

/** An alerting rule as the company's rule files have it. */
export interface AlertingRule {
  alert: string
  /** PromQL; `extra` narrows every selector, and is empty for the rule itself. */
  expr: (extra: string) => string
  forMs: number
  /** How far before the demo's start it may have begun; counters of more than two days ago take long to work out. */
  lookBackMs: number
  labels: Readonly<Record<string, string>>
  /** Templates, as Prometheus renders them. */
  annotations: Readonly<Record<string, string>>
}

export interface RuleGroup {
  name: string
  file: string
  intervalMs: number
  rules: readonly AlertingRule[]
}

const runbooks = 'https://runbooks.example.com/models'

/** A selector that has no condition of its own. */
const only = (extra: string): string => (extra === '' ? '' : `{${extra.slice(1)}}`)

const errorRatio = (extra: string): string =>
  `sum by (model, version) (rate(model_requests_total{code=~"5.."${extra}}[5m])) / (sum by (model, version) (rate(model_requests_total${only(extra)}[5m])) > 2)`

/** What the people of the simulated company want to be woken by, and what they want to read in the morning. */
export const ruleGroups: readonly RuleGroup[] = [
  {
    name: 'model-serving',
    file: '/etc/prometheus/rules/model-serving.yml',
    intervalMs: minuteMs / 2,
    rules: [
      {
        alert: 'HighErrorRatio',
        expr: (extra) => `${errorRatio(extra)} > 0.03`,
        forMs: 5 * minuteMs,
        lookBackMs: 40 * hourMs,
        labels: { severity: 'critical' },
        annotations: {
          summary: '{{ $value | humanizePercentage }} of the requests to {{ $labels.model }} v{{ $labels.version }} fail.',
          runbook_url: `${runbooks}/errors`,
        },
      },
      {
        alert: 'ElevatedErrorRatio',
        expr: (extra) => `${errorRatio(extra)} > 0.02`,
        forMs: 15 * minuteMs,
        lookBackMs: 40 * hourMs,
        labels: { severity: 'warning' },
        annotations: { summary: '{{ $value | humanizePercentage }} of the requests to {{ $labels.model }} v{{ $labels.version }} fail.' },
      },
      {
        alert: 'HighLatency',
        expr: (extra) => `histogram_quantile(0.95, sum by (model, version, le) (rate(model_request_duration_seconds_bucket${only(extra)}[5m]))) > 0.6`,
        forMs: 10 * minuteMs,
        lookBackMs: 40 * hourMs,
        labels: { severity: 'warning' },
        annotations: { summary: 'One request in 20 to {{ $labels.model }} takes longer than {{ $value | printf "%.2f" }} s.', runbook_url: `${runbooks}/latency` },
      },
      {
        alert: 'QueueGrows',
        // Wrong since a second version is served: a join that is ambiguous. Nobody has noticed.
        expr: (extra) => `model_requests_in_progress${only(extra)} > on (model) 3 * model_requests_in_progress${only(extra)} offset 1h`,
        forMs: 10 * minuteMs,
        lookBackMs: 40 * hourMs,
        labels: { severity: 'warning' },
        annotations: { summary: 'Requests to {{ $labels.model }} pile up.' },
      },
    ],
  },
  {
    name: 'model-quality',
    file: '/etc/prometheus/rules/model-quality.yml',
    intervalMs: minuteMs,
    rules: [
      {
        alert: 'RecallLow',
        expr: (extra) => `model_quality{model=~"claim.*|invoice-anomaly",metric="recall"${extra}} < 0.8`,
        forMs: 6 * hourMs,
        lookBackMs: 14 * dayMs,
        labels: { severity: 'warning' },
        annotations: {
          summary: '{{ $labels.model }} v{{ $labels.version }} finds {{ $value | humanizePercentage }} of the positives; 80% were agreed.',
          runbook_url: `${runbooks}/quality`,
        },
      },
      {
        alert: 'FeatureDrift',
        expr: (extra) => `model_drift{stat="psi"${extra}} > 0.25`,
        forMs: 3 * dayMs,
        lookBackMs: 14 * dayMs,
        labels: { severity: 'warning' },
        annotations: { summary: '{{ $labels.feature }} drifts from the training data (PSI {{ $value | printf "%.2f" }}).' },
      },
      {
        alert: 'BatchRunLate',
        expr: (extra) => `time() - model_batch_last_run_timestamp_seconds${only(extra)} > 2 * 86400`,
        forMs: 30 * minuteMs,
        lookBackMs: 14 * dayMs,
        labels: { severity: 'warning' },
        annotations: { summary: '{{ $labels.model }} has not run for two days.' },
      },
    ],
  },
]
