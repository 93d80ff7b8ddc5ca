import type { ModelRef, ServedModel } from '@/domain/model'
import { compileTag, type CompiledRule, type RuleKey } from './matchRules'
import type { LabelPattern, ServingLabels } from './promql'

export type Labels = Readonly<Record<string, string>>

/** One model that a set of labels belongs to. */
export interface Match {
  ref: ModelRef
  /** The registry's version; `null`: the labels name none, or one that cannot be read. */
  version: string | null
  /** The label's value, where it names a version that the rule cannot read. */
  unreadVersion: string | null
}

/** Joins label values and registered models, both ways. */
export interface Matcher {
  /** What to ask the server for, in the models' order; `null`: not to be told from their names. */
  patterns: readonly LabelPattern[] | null
  /** The namespaces that all of it is in; `null`: they are not said. */
  namespaces: readonly string[] | null
  /** Every model that claims these labels: none is unmatched, several are ambiguous. */
  find(labels: Labels): readonly Match[]
  /** Tags that could not be read, in words. */
  notes: readonly string[]
}

interface Claim {
  rule: CompiledRule
  ref: ModelRef
}

/** Claims by what a rule reads from the label; one lookup a rule, however many models there are. */
interface SharedRule {
  rule: CompiledRule
  claims: Map<string, Claim[]>
}

/**
 * A model claims labels by its own rules alone, never by what other models claim: so that it shows the same
 * figures on its page as in a list.
 */
export function createMatcher(
  models: readonly ServedModel[],
  rules: readonly CompiledRule[],
  labels: ServingLabels,
  key: RuleKey = 'model',
): Matcher {
  const shared: SharedRule[] = rules.map((rule) => ({ rule, claims: new Map() }))
  const literals = new Map<string, Claim[]>()
  const searched: Claim[] = []
  const patterns: (LabelPattern | null)[] = []
  const namespaces = new Set<string | undefined>()
  const notes: string[] = []

  function claimByTag(claim: Claim, pattern: LabelPattern | null) {
    if (pattern && 'literal' in pattern) addTo(literals, pattern.literal, claim)
    else searched.push(claim)
    patterns.push(pattern)
    namespaces.add(claim.rule.namespace)
  }

  for (const { ref, serving } of models) {
    const tag = serving === null ? null : compileTag(serving, key)
    if (tag && 'model' in tag) {
      claimByTag({ rule: tag, ref }, tag.model.labelOf(ref.name))
      continue
    }
    if (tag) notes.push(`The tag ${tag.field} of ${ref.name} ${tag.message}; it is not applied.`)
    for (const { rule, claims } of shared) {
      if (rule.registry !== null && rule.registry !== ref.source) continue
      addTo(claims, rule.model.keyOf(ref.name), { rule, ref })
      patterns.push(rule.model.labelOf(ref.name))
      namespaces.add(rule.namespace)
    }
  }

  function claimsOf(value: string): Claim[] {
    const byRule = shared.flatMap(({ rule, claims }) => claims.get(rule.model.read(value)?.key ?? '') ?? [])
    return [...(literals.get(value) ?? []), ...searched.filter((claim) => fits(claim, value)), ...byRule]
  }

  return {
    patterns: allOrNull(patterns),
    namespaces: namespaces.has(undefined) ? null : [...namespaces].filter((name) => name !== undefined),
    notes,
    find(row) {
      const value = row[labels.model]
      const matches = new Map<ModelRef, Match>()
      for (const { rule, ref } of value === undefined ? [] : claimsOf(value)) {
        if (!matches.has(ref)) matches.set(ref, { ref, ...readVersion(rule, labels, row) })
      }
      return [...matches.values()]
    },
  }
}

function addTo(claims: Map<string, Claim[]>, key: string, claim: Claim) {
  const others = claims.get(key)
  if (others) others.push(claim)
  else claims.set(key, [claim])
}

function fits({ rule, ref }: Claim, value: string): boolean {
  const read = rule.model.read(value)
  return read !== null && (read.key === null || read.key === rule.model.keyOf(ref.name))
}

/** The version's own label decides; where there is none, what the model's label says of it. */
function readVersion(rule: CompiledRule, labels: ServingLabels, row: Labels) {
  const value = labels.version === null ? undefined : row[labels.version]
  if (value === undefined || value === '') {
    return { version: rule.model.read(row[labels.model] ?? '')?.version ?? null, unreadVersion: null }
  }
  const version = rule.version.read(value)
  return { version, unreadVersion: version === null ? value : null }
}

/** Distinct patterns; `null` as soon as one model's label is not known. */
function allOrNull(patterns: readonly (LabelPattern | null)[]): LabelPattern[] | null {
  const distinct = new Map<string, LabelPattern>()
  for (const pattern of patterns) {
    if (pattern === null) return null
    distinct.set(JSON.stringify(pattern), pattern)
  }
  return [...distinct.values()]
}
