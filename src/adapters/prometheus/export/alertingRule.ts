import { quote, durationText } from '@/adapters/prometheus/promql'
import type { ModelRef } from '@/domain/model'
import { signalUnits, type Unit } from '@/domain/signal'
import { isBeyond, keepFiringMs, type ThresholdRule } from '@/domain/thresholds/rule'
import { latencyWords, percentWords, rateWords } from '@/domain/words'

/** An alerting rule of a rule file (https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/). */
export interface AlertingRule {
  alert: string
  expr: string
  for?: string
  keep_firing_for: string
  labels: Readonly<Record<string, string>>
  annotations: Readonly<Record<string, string>>
}

/** The texts that a rule is made of. */
export interface RuleTexts {
  ref: ModelRef
  rule: ThresholdRule
  /** What answers the signal. */
  query: string
  /** What answers how much it rests on, and the seconds over which a rate is counted. */
  support: { query: string; seconds: number | null; least: number } | null
  /** One of the signal's unit in the unit of the query: 0.001 for latencies. */
  scale: number
  /** The labels that tell its answers apart. */
  on: readonly string[]
  /** The label that names the version, where alerts are by version. */
  versionLabel: string | null
  /** Labels that are the same for all its answers, and by which the alert is joined to its model. */
  labels: Readonly<Record<string, string>>
  link: string
}

/** By which routes know these alerts. */
export const originLabel = { origin: 'modeldeck' } as const

/** `ModelErrorRatioHigh`, `ModelF1Low`: the same for every model, which its labels name. */
export function alertName({ name, side }: Pick<ThresholdRule, 'name' | 'side'>): string {
  const words = name.split(/[^a-zA-Z0-9]+/).filter((word) => word !== '')
  return `Model${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}${side === 'above' ? 'High' : 'Low'}`
}

/** The alerts of a rule, the critical one first. Where both fire, the routes let the critical one speak. */
export function alertingRules(texts: RuleTexts): readonly AlertingRule[] {
  const { warn, critical } = texts.rule
  return [
    ...(critical === null ? [] : [alertingRule(texts, 'critical', critical)]),
    ...(warn === null ? [] : [alertingRule(texts, 'warning', warn)]),
  ]
}

function alertingRule(texts: RuleTexts, severity: 'critical' | 'warning', limit: number): AlertingRule {
  const { rule, labels } = texts
  return {
    alert: alertName(rule),
    expr: expression(texts, severity, limit),
    ...(rule.forMs > 0 && { for: durationText(rule.forMs) }),
    keep_firing_for: durationText(keepFiringMs),
    // Labels are templates too.
    labels: { severity, ...originLabel, ...Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, literal(value)])) },
    annotations: annotations(texts, limit),
  }
}

/**
 * Prometheus has one condition an alert. The way back is another: whether the alert fires already is asked of
 * `ALERTS`, which its own evaluation writes. What rests on too little is taken out; where nobody knows, it stays.
 */
function expression({ rule, query, support, scale, on, labels }: RuleTexts, severity: string, limit: number): string {
  const { side, recover } = rule
  const compared = (bound: number) => `(\n${indented(query)}\n) ${side === 'above' ? '>=' : '<'} ${numberText(bound * scale)}`
  const by = `on (${on.join(', ')})`
  const holds = recover !== null && recover !== limit && isBeyond(limit, recover, side)
  const own = Object.entries({ alertname: alertName(rule), alertstate: 'firing', severity, ...labels }).map(([name, value]) => `${name}=${quote(value)}`)
  const condition = holds ? `${compared(limit)}\nor\n(\n${indented(`${compared(recover)}\nand ${by} ALERTS{${own.join(', ')}}`)}\n)` : compared(limit)
  if (support === null) return condition
  return `(\n${indented(condition)}\n)\nunless ${by}\n(\n${indented(support.query)}\n)${support.seconds === null ? '' : ` * ${support.seconds}`} < ${support.least}`
}

// A template of one's own may hold a comment, so nothing follows it on its line.
function indented(text: string): string {
  return text.split('\n').map((line) => `  ${line}`).join('\n')
}

/** What arithmetic on decimals leaves behind is not shown. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(10)))
}

const named: Readonly<Record<string, string>> = {
  error_ratio: 'error ratio',
  latency_p50: 'p50 latency',
  latency_p95: 'p95 latency',
  latency_p99: 'p99 latency',
  latency_mean: 'mean latency',
  request_rate: 'request rate',
  f1: 'F1',
  drift: 'drift',
}

function annotations({ ref, rule, on, versionLabel, link }: RuleTexts, limit: number): Record<string, string> {
  const unit = signalUnits[rule.signal]
  const of = on.includes('feature') ? ' of {{ $labels.feature }}' : ''
  const version = versionLabel === null ? '' : ` {{ $labels.${versionLabel} }}`
  const words = limitWords(limit, unit)
  const back = rule.recover === null ? 'that limit' : limitWords(rule.recover, unit)
  return {
    summary: `${literal(ref.name)}${version}: ${named[rule.name] ?? rule.name}${of} is ${valueTemplate(unit)}, ${rule.side === 'above' ? 'at or above' : 'below'} ${words}`,
    description: `The limit is set in ${settersWords[rule.from]}. The alert ends ${durationText(keepFiringMs)} after the figure is back ${rule.side === 'above' ? 'below' : 'at'} ${back}. ${literal(link)}`,
    link: literal(link),
  }
}

const settersWords = { model: 'the model’s policy', deployment: 'the policy of the deployment', default: 'Modeldeck by default' } as const

/** A name within a template: only two braces would be read as its code. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}

function valueTemplate(unit: Unit): string {
  if (unit === 'ratio') return '{{ $value | humanizePercentage }}'
  if (unit === 'ms' || unit === 'duration') return '{{ $value | humanizeDuration }}'
  if (unit === 'per_second') return '{{ $value | humanize }}/s'
  return unit === 'score' || unit === 'index' ? '{{ $value | printf "%.3f" }}' : '{{ $value | humanize }}'
}

function limitWords(limit: number, unit: Unit): string {
  if (unit === 'ratio') return percentWords(limit)
  if (unit === 'ms' || unit === 'duration') return latencyWords(limit)
  return unit === 'per_second' ? rateWords(limit) : numberText(limit)
}
