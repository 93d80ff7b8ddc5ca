import type { ActiveAlert, EvaluatedGroup, EvaluatedRule } from '@/demo/alerting/evaluation'
import { formatValue } from '@/demo/promql/formatValue'
import { sorted } from './prometheusJson'

/** `/api/v1/alerts`: what is pending or firing. */
export function wireAlerts(groups: readonly EvaluatedGroup[]): unknown {
  return { alerts: groups.flatMap(({ rules }) => rules.flatMap(({ alerts }) => alerts.map(wireAlert))) }
}

/** `/api/v1/rules`: the alerting rules with what they have raised. */
export function wireRules(groups: readonly EvaluatedGroup[]): unknown {
  return {
    groups: groups.map(({ group, evaluatedAt, rules }) => ({
      name: group.name,
      file: group.file,
      rules: rules.map((rule) => wireRule(rule, evaluatedAt)),
      interval: group.intervalMs / 1000,
      limit: 0,
      evaluationTime: 0.004,
      lastEvaluation: new Date(evaluatedAt).toISOString(),
    })),
  }
}

function wireRule({ rule, error, alerts }: EvaluatedRule, evaluatedAt: number): unknown {
  return {
    state: alerts.some(({ firedAt }) => firedAt !== null) ? 'firing' : alerts.length > 0 ? 'pending' : 'inactive',
    name: rule.alert,
    query: rule.expr(''),
    duration: rule.forMs / 1000,
    labels: sorted(rule.labels),
    annotations: sorted(rule.annotations),
    alerts: alerts.map(wireAlert),
    health: error === null ? 'ok' : 'err',
    ...(error !== null && { lastError: error }),
    evaluationTime: 0.001,
    lastEvaluation: new Date(evaluatedAt).toISOString(),
    type: 'alerting',
  }
}

function wireAlert({ labels, annotations, activeAt, firedAt, value }: ActiveAlert): unknown {
  return {
    labels: sorted(labels),
    annotations: sorted(annotations),
    state: firedAt === null ? 'pending' : 'firing',
    activeAt: new Date(activeAt).toISOString(),
    value: exponential(value),
  }
}

/** Go's `e` format of 64 bits, as the API writes an alert's value: `4.1e-02`. */
function exponential(value: number): string {
  if (!Number.isFinite(value)) return formatValue(value)
  const [mantissa, exponent = '+0'] = value.toExponential().split('e')
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`
}
