import { knownMetrics, metricLabel } from '@/domain/quality/metricTable'
import type { SignalName } from '@/domain/signal'
import type { ThresholdRule } from '@/domain/thresholds/rule'

const labels: Readonly<Partial<Record<SignalName, string>>> = {
  error_ratio: 'Error ratio',
  latency_p50: 'p50 latency',
  latency_p95: 'p95 latency',
  latency_p99: 'p99 latency',
  latency_mean: 'Mean latency',
  request_rate: 'Request rate',
  drift: 'Drift',
}

/** What has limits, as a person calls it; a name that is not known stays as it is. */
export function limitLabel(name: string): string {
  const metric = knownMetrics.find((known) => known === name)
  if (metric !== undefined) return metricLabel(metric)
  return Object.entries(labels).find(([signal]) => signal === name)?.[1] ?? name
}

/** The lines of a rule across a chart. */
export function ruleLines({ warn, critical, recover }: Pick<ThresholdRule, 'warn' | 'critical' | 'recover'>) {
  return [
    { value: warn, label: 'warn' },
    { value: critical, label: 'critical' },
    { value: recover, label: 'recover' },
  ].flatMap(({ value, label }) => (value === null ? [] : [{ value, label }]))
}
