import type { Matcher } from './matching'
import { createMatcher } from './matching'
import { compileRules, type CompiledRule, type RuleKey } from './matchRules'
import type { LabelScope } from './preset'
import { escapeRegex, maxSelectedModels, modelMatcher, quote, type ServingLabels } from './promql'
import type { ResolvedSettings } from './settings'
import type { ServedModel } from '@/domain/model'

/** Over which labels an answer is asked for and joined to models. */
export interface LabelJoin {
  /** The labels of the answer. */
  labels: ServingLabels
  /** The label that the selector is about. */
  label: string
  matcherOf(models: readonly ServedModel[]): Matcher
  /** A matcher list without braces, never empty. */
  selectorOf(matcher: Pick<Matcher, 'patterns' | 'namespaces'>): string
}

/** The label that queries over pods and deployments answer with: the name without what Kubernetes puts behind it. */
export const workloadLabel = 'workload'

const conventionLabels: ServingLabels = { model: 'model', version: 'version' }
/** What a model's workload, cache and consumer group are called unless config.json says otherwise; a cache is anybody's. */
const usual = compileRules(
  [{ workload: '${kebab(name)}', consumer: '${name}' }, { workload: '${kebab(name)}-v${version}', consumer: '${kebab(name)}' }],
  [],
).joins

/** How the labels of one signal's metrics name models. */
export function labelJoin(settings: Pick<ResolvedSettings, 'labels' | 'rules' | 'joinLabels' | 'joins' | 'preset'>, scope: LabelScope | undefined): LabelJoin {
  const { labels, rules, joinLabels, joins, preset } = settings
  if (scope === undefined || scope === 'convention') {
    const own = scope === undefined || preset?.name === 'modeldeck' ? labels : conventionLabels
    return { ...joined(own, rules, 'model', own.model), selectorOf: ({ patterns }) => modelMatcher(own.model, patterns) }
  }
  if (scope === 'cache' || scope === 'consumer') {
    const label = joinLabels[scope]
    const own = joins[scope].length > 0 ? joins[scope] : usual[scope]
    return { ...joined({ model: label, version: null }, own, scope, label), selectorOf: ({ patterns }) => modelMatcher(label, patterns) }
  }
  const label = joinLabels[scope]
  const own = joins.workload.length > 0 ? joins.workload : usual.workload
  return { ...joined({ model: workloadLabel, version: null }, own, 'workload', label), selectorOf: (matcher) => workloadMatcher(label, matcher) }
}

function joined(labels: ServingLabels, rules: readonly CompiledRule[], key: RuleKey, label: string) {
  return { labels, label, matcherOf: (models: readonly ServedModel[]) => createMatcher(models, rules, labels, key) }
}

/** What begins with a workload's name; which of it belongs to the model is read from the answer. */
function workloadMatcher(label: string, { patterns, namespaces }: Pick<Matcher, 'patterns' | 'namespaces'>): string {
  const within = namespaces === null || namespaces.length === 0 ? '' : `, ${modelMatcher('namespace', namespaces.map((literal) => ({ literal })))}`
  if (patterns === null || patterns.length > maxSelectedModels) return `${label}!=""${within}`
  const names = patterns.map((pattern) => ('literal' in pattern ? escapeRegex(pattern.literal) : pattern.regex))
  return `${label}=~${quote(`(?:${names.join('|')})(?:-.+)?`)}${within}`
}
