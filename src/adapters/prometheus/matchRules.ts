import * as z from 'zod/mini'
import type { Problem } from '@/domain/problem'
import { parseModelPattern, parseVersionPattern, type ModelPattern, type VersionPattern } from './matchPattern'

/** One rule as config.json and the tag `modeldeck.serving` write it. */
export interface MatchRule {
  /** The registry's id in config.json; every registry when absent. */
  registry?: string | undefined
  /** `${name}` when absent. */
  model?: string | undefined
  /** `${version}` when absent. */
  version?: string | undefined
  /** The Deployment or StatefulSet that runs it. */
  workload?: string | undefined
  /** The Kubernetes namespace of the workload; any when absent. */
  namespace?: string | undefined
  /** The store of its features or answers, by the label of its exporter. */
  cache?: string | undefined
  /** The Kafka consumer group that it reads by. */
  consumer?: string | undefined
}

/** What besides the model's own label can name it. */
export const joinKeys = ['workload', 'cache', 'consumer'] as const
export type JoinKey = (typeof joinKeys)[number]
/** What the value of a label is read as. */
export type RuleKey = 'model' | JoinKey

/** A rule, ready to use. */
export interface CompiledRule {
  registry: string | null
  model: ModelPattern
  version: VersionPattern
  namespace?: string | undefined
}

/** The rules by what they read; none: the defaults of that label. */
export type JoinRules = Readonly<Record<JoinKey, readonly CompiledRule[]>>

/**
 * Compiles config.json's `match`. A rule that cannot be read is left out and named, as `match[1].model`;
 * no rule at all means that label values are the registry's own names and versions.
 */
export function compileRules(
  match: readonly MatchRule[],
  registryIds: readonly string[],
): { rules: CompiledRule[]; joins: JoinRules; problems: Problem[] } {
  const rules: CompiledRule[] = []
  const joins: Record<JoinKey, CompiledRule[]> = { workload: [], cache: [], consumer: [] }
  const problems: Problem[] = []
  for (const [index, rule] of (match.length === 0 ? [{}] : match).entries()) {
    const field = `match[${index}]`
    const compiled = compileRule(rule, 'model')
    if (rule.registry !== undefined && !registryIds.includes(rule.registry)) {
      const known = registryIds.length === 0 ? 'there is none' : `known: ${registryIds.join(', ')}`
      problems.push({ field: `${field}.registry`, message: `names no registry of this deployment (${known})` })
    } else if ('field' in compiled) {
      problems.push({ field: `${field}.${compiled.field}`, message: compiled.message })
    } else if (compiled.model.usesName) {
      rules.push(compiled)
    } else {
      problems.push({ field: `${field}.model`, message: nameless })
    }
    for (const key of joinKeys) {
      if (rule[key] === undefined) continue
      const join = compileRule(rule, key)
      if ('field' in join) problems.push({ field: `${field}.${join.field}`, message: join.message })
      else if (join.model.usesName) joins[key].push(join)
      else problems.push({ field: `${field}.${key}`, message: nameless })
    }
  }
  return { rules, joins, problems }
}

const nameless = 'holds no name, so that every model would match'

const tagSchema = z.strictObject({
  registry: z.optional(z.string()),
  model: z.optional(z.string()),
  version: z.optional(z.string()),
  workload: z.optional(z.string()),
  namespace: z.optional(z.string()),
  cache: z.optional(z.string()),
  consumer: z.optional(z.string()),
})

/** Compiles a model's tag `modeldeck.serving`; `null`: it says nothing of what is read, and the rules of config.json stay. */
export function compileTag(json: string, key: RuleKey = 'model'): CompiledRule | Problem | null {
  const field = 'modeldeck.serving'
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { field, message: 'is not JSON' }
  }
  const parsed = z.safeParse(tagSchema, value)
  if (!parsed.success) return { field, message: 'may hold the texts "model", "version", "workload", "namespace", "cache" and "consumer" only' }
  const { data } = parsed
  const saysModel = data.model !== undefined || data.version !== undefined || joinKeys.every((one) => data[one] === undefined)
  if (key === 'model' ? !saysModel : data[key] === undefined) return null
  const compiled = compileRule(data, key)
  return 'field' in compiled ? { field: `${field}.${compiled.field}`, message: compiled.message } : compiled
}

function compileRule(rule: MatchRule, key: RuleKey): CompiledRule | Problem {
  const model = parseModelPattern(rule[key] ?? '${name}')
  if ('problem' in model) return { field: key, message: model.problem }
  // Only the model's own labels have one beside them for the version.
  const version = parseVersionPattern((key === 'model' ? rule.version : undefined) ?? '${version}')
  if ('problem' in version) return { field: 'version', message: version.problem }
  const registry = rule.registry ?? null
  return key === 'workload' && rule.namespace !== undefined ? { registry, model, version, namespace: rule.namespace } : { registry, model, version }
}
