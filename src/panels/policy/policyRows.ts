import { headlineMetrics, type KnownMetric } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import type { Threshold } from '@/domain/policy'
import type { PolicyText } from '@/domain/policyDraft'
import { knownMetrics } from '@/domain/quality/metricTable'
import { metricsOf, taskOf } from '@/domain/quality/primaryMetric'
import type { Run } from '@/domain/run'
import { limitLabel } from '@/panels/thresholds/ruleWords'

/** Something that can have limits: a measure of runs, or a signal of monitoring. */
export interface LimitedThing {
  /** As the policy names it. */
  name: string
  label: string
  /** In which unit its limits are typed; empty for what has none. */
  unit: string
  /** The check that its limits make; `null` for signals, whose checks have names of their own. */
  gate: string | null
  /** The settings that something looks at. */
  settings: readonly (keyof Threshold)[]
}

const ofMeasures: readonly (keyof Threshold)[] = ['warn', 'critical', 'minSamples', 'tolerance', 'direction']
/** What alerts look at: only what monitoring knows can make one. */
const ofAlerts: readonly (keyof Threshold)[] = ['recover', 'for']
const ofSignals: readonly (keyof Threshold)[] = ['warn', 'critical', 'minSamples', 'tolerance', ...ofAlerts]

const signals: readonly LimitedThing[] = [
  { name: 'error_ratio', label: limitLabel('error_ratio'), unit: '0.01 is 1 %', gate: null, settings: ofSignals },
  { name: 'latency_p95', label: limitLabel('latency_p95'), unit: 'ms', gate: null, settings: ofSignals },
  { name: 'request_rate', label: limitLabel('request_rate'), unit: 'per second', gate: null, settings: ['warn', 'critical', ...ofAlerts] },
  { name: 'drift', label: limitLabel('drift'), unit: 'PSI', gate: null, settings: ['warn', 'critical', ...ofAlerts] },
]

/** Measures that the model's versions log or that already have a setting, then the signals, then names that are set and unknown here. */
export function limitedThings(runs: readonly Run[], task: ModelTask | null, text: PolicyText, added: readonly string[]): readonly LimitedThing[] {
  const logged = new Set<string>(runs.flatMap(({ quality }) => Object.keys(quality)))
  const set = new Set(Object.keys(text).flatMap((path) => (path.startsWith('thresholds.') ? [path.slice('thresholds.'.length, path.lastIndexOf('.'))] : [])))
  const kind = taskOf(task, Object.assign({}, ...runs.map(({ quality }) => quality)))
  const usual: readonly string[] = kind === 'regression' ? metricsOf(kind).slice(0, 2) : headlineMetrics
  const measures = knownMetrics.filter((metric) => logged.has(metric) || usual.includes(metric) || set.has(metric) || added.includes(metric))
  const known = new Set<string>([...knownMetrics, ...signals.map(({ name }) => name)])
  return [
    ...measures.map(ofMetric),
    ...signals,
    ...[...set].filter((name) => !known.has(name)).map((name) => ({ name, label: limitLabel(name), unit: '', gate: null, settings: [...ofMeasures, ...ofAlerts] })),
  ]
}

/** Measures that are not listed and could be. */
export function furtherMeasures(things: readonly LimitedThing[]): readonly LimitedThing[] {
  return knownMetrics.filter((metric) => things.every(({ name }) => name !== metric)).map(ofMetric)
}

function ofMetric(metric: KnownMetric): LimitedThing {
  const live = headlineMetrics.some((one) => one === metric)
  return { name: metric, label: limitLabel(metric), unit: '', gate: `${metric}_threshold`, settings: live ? [...ofMeasures, ...ofAlerts] : ofMeasures }
}
