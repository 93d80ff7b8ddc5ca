import { labelKey } from '@/demo/promql/labels'
import { PromqlError } from '@/demo/promql/promqlError'
import { instantQuery } from '@/demo/promql/query'
import type { MetricStore } from '@/demo/world/metricStore'
import { minuteMs, type Clock, type EpochMs } from '@/domain/time'
import { onsetOf } from './onset'
import { ruleGroups, type AlertingRule, type RuleGroup } from './rules'
import { renderTemplate } from './template'

/** An alert that a rule has raised. */
export interface ActiveAlert {
  labels: Readonly<Record<string, string>>
  annotations: Readonly<Record<string, string>>
  /** Since when the expression gives it. */
  activeAt: EpochMs
  /** When it has been there for as long as its rule asks; `null`: it has not. */
  firedAt: EpochMs | null
  value: number
}

export interface EvaluatedRule {
  rule: AlertingRule
  /** What the evaluator says of an expression that it cannot evaluate. */
  error: string | null
  alerts: readonly ActiveAlert[]
}

export interface EvaluatedGroup {
  group: RuleGroup
  evaluatedAt: EpochMs
  rules: readonly EvaluatedRule[]
}

/** The rules as a Prometheus has evaluated them last. */
export interface Alerting {
  groups(): Promise<readonly EvaluatedGroup[]>
}

const everyMs = minuteMs / 2

/**
 * Evaluates the rules over the world's own samples, at most once each half minute: an alert begins, and ends,
 * as the traffic and the quality of the world do.
 * @param changes counts what was done to the world: after a change nothing remembered holds
 * @param pause gives the page's other work its turn between two rules
 */
export function createAlerting(world: { metrics: MetricStore; clock: Clock; start: EpochMs }, changes: () => number, pause: () => Promise<void>): Alerting {
  let last: { at: EpochMs; changes: number; groups: Promise<readonly EvaluatedGroup[]> } | null = null
  /** Since when an alert was there at the last evaluation, by its labels. */
  let known: ReadonlyMap<string, EpochMs> = new Map()

  async function evaluate(at: EpochMs, remembered: ReadonlyMap<string, EpochMs>): Promise<readonly EvaluatedGroup[]> {
    const seen = new Map<string, EpochMs>()
    const groups: EvaluatedGroup[] = []
    for (const group of ruleGroups) {
      const rules: EvaluatedRule[] = []
      for (const rule of group.rules) {
        const evaluated = evaluateRule(world.metrics, rule, at, (series, labels) => remembered.get(labelKey(labels)) ?? onsetOf(world.metrics, rule.expr(narrowed(series)), at, world.start - rule.lookBackMs))
        for (const { labels, activeAt } of evaluated.alerts) seen.set(labelKey(labels), activeAt)
        rules.push(evaluated)
        await pause()
      }
      groups.push({ group, evaluatedAt: at, rules })
    }
    known = seen
    return groups
  }

  return {
    groups() {
      const at = Math.floor(world.clock.now() / everyMs) * everyMs
      if (last?.at === at && last.changes === changes()) return last.groups
      // After a jump of the clock an alert may have ended and begun again.
      const continued = last !== null && last.changes === changes() && at - last.at <= 5 * minuteMs
      last = { at, changes: changes(), groups: evaluate(at, continued ? known : new Map()) }
      return last.groups
    },
  }
}

type LabelSet = Readonly<Record<string, string>>

/** @param since when the series of an alert began */
function evaluateRule(store: MetricStore, rule: AlertingRule, at: EpochMs, since: (series: LabelSet, labels: LabelSet) => EpochMs): EvaluatedRule {
  try {
    const answer = instantQuery(store, rule.expr(''), at)
    if (answer.resultType !== 'vector') return { rule, error: 'rule result is not a vector or scalar', alerts: [] }
    const alerts = answer.result.map(({ metric, value: [, value] }): ActiveAlert => {
      const { __name__: _name, ...series } = metric
      const labels = { ...series, ...rule.labels, alertname: rule.alert }
      const activeAt = since(series, labels)
      const firedAt = activeAt + rule.forMs
      const annotations = Object.fromEntries(Object.entries(rule.annotations).map(([name, text]) => [name, renderTemplate(text, series, value)]))
      return { labels, annotations, activeAt, firedAt: firedAt <= at ? firedAt : null, value }
    })
    return { rule, error: null, alerts }
  } catch (error) {
    if (error instanceof PromqlError) return { rule, error: error.message, alerts: [] }
    throw error
  }
}

/** Matchers that leave only the series behind one alert. */
function narrowed(series: LabelSet): string {
  return ['model', 'version', 'feature'].flatMap((name) => (series[name] === undefined ? [] : `,${name}=${JSON.stringify(series[name])}`)).join('')
}
