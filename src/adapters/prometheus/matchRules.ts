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
}

/** A rule, ready to use. */
export interface CompiledRule {
  registry: string | null
  model: ModelPattern
  version: VersionPattern
}

/**
 * Compiles config.json's `match`. A rule that cannot be read is left out and named, as `match[1].model`;
 * no rule at all means that label values are the registry's own names and versions.
 */
export function compileRules(
  match: readonly MatchRule[],
  registryIds: readonly string[],
): { rules: CompiledRule[]; problems: Problem[] } {
  const rules: CompiledRule[] = []
  const problems: Problem[] = []
  for (const [index, rule] of (match.length === 0 ? [{}] : match).entries()) {
    const field = `match[${index}]`
    const compiled = compileRule(rule)
    if (rule.registry !== undefined && !registryIds.includes(rule.registry)) {
      const known = registryIds.length === 0 ? 'there is none' : `known: ${registryIds.join(', ')}`
      problems.push({ field: `${field}.registry`, message: `names no registry of this deployment (${known})` })
    } else if ('field' in compiled) {
      problems.push({ field: `${field}.${compiled.field}`, message: compiled.message })
    } else if (compiled.model.usesName) {
      rules.push(compiled)
    } else {
      problems.push({ field: `${field}.model`, message: 'holds no name, so that every model would match' })
    }
  }
  return { rules, problems }
}

const tagSchema = z.strictObject({
  registry: z.optional(z.string()),
  model: z.optional(z.string()),
  version: z.optional(z.string()),
})

/** Compiles a model's tag `modeldeck.serving`. */
export function compileTag(json: string): CompiledRule | Problem {
  const field = 'modeldeck.serving'
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { field, message: 'is not JSON' }
  }
  const parsed = z.safeParse(tagSchema, value)
  if (!parsed.success) return { field, message: 'may hold the texts "model" and "version" only' }
  const compiled = compileRule(parsed.data)
  return 'field' in compiled ? { field: `${field}.${compiled.field}`, message: compiled.message } : compiled
}

function compileRule(rule: MatchRule): CompiledRule | Problem {
  const model = parseModelPattern(rule.model ?? '${name}')
  if ('problem' in model) return { field: 'model', message: model.problem }
  const version = parseVersionPattern(rule.version ?? '${version}')
  if ('problem' in version) return { field: 'version', message: version.problem }
  return { registry: rule.registry ?? null, model, version }
}
