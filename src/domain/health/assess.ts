import type { EpochMs } from '@/domain/time'
import type { HealthInput } from './input'
import type { Evidence, Finding, HealthRule, Severity, SuggestedAction } from './rule'
import { healthRules } from './rules'
import type { HealthThresholds } from './thresholds'
import { defaultThresholds } from './thresholds'

export type HealthStatus = 'ok' | 'at-risk' | 'failing' | 'no-data' | 'stale'

/** The words that people and scripts read. */
export const statusWords: Readonly<Record<HealthStatus, string>> = {
  ok: 'OK',
  'at-risk': 'At risk',
  failing: 'Failing',
  'no-data': 'No data',
  stale: 'Stale',
}

/** Something worth a person's attention that puts nothing at risk. */
export interface Hint {
  /** The rule's id. */
  rule: string
  /** A sentence without its full stop. */
  sentence: string
  /** `null`: not known. */
  since: EpochMs | null
  evidence: Evidence
  action: SuggestedAction | null
}

/** Why a model is At risk or Failing. */
export interface Reason extends Hint {
  severity: Severity
}

/** What was asked and could not be judged. */
export interface Unjudged {
  rule: string
  why: string
}

/** The judgement on one model. */
export interface Health {
  status: HealthStatus
  /** Most severe first, one a topic. */
  reasons: readonly Reason[]
  hints: readonly Hint[]
  unjudged: readonly Unjudged[]
}

/**
 * Judges a model by every rule of the table. The worst reason gives the status; without one it is Stale where
 * the figures are old, No data where no rule could see the running model, else OK.
 */
export function assess(
  input: HealthInput,
  thresholds: HealthThresholds = defaultThresholds,
  rules: readonly HealthRule[] = healthRules,
): Health {
  const reasons: Reason[] = []
  const hints: Hint[] = []
  const unjudged: Unjudged[] = []
  let seen = false
  for (const rule of rules) {
    const verdict = rule.evaluate(input, thresholds)
    if (verdict.level === 'ok') seen ||= rule.live
    else if (verdict.level === 'unknown') unjudged.push({ rule: rule.id, why: verdict.why })
    else if (verdict.level === 'hint') hints.push(toHint(rule, verdict))
    else if (verdict.level !== 'not-asked') reasons.push({ severity: verdict.level, ...toHint(rule, verdict) })
  }
  // A stable sort: within a severity the order of the table stays.
  const sorted = onePerTopic(reasons.toSorted((a, b) => severityRank[a.severity] - severityRank[b.severity]), rules)
  return { status: statusOf(sorted, input.staleSince ?? null, seen), reasons: sorted, hints, unjudged }
}

const severityRank: Readonly<Record<Severity, number>> = { failing: 0, 'at-risk': 1 }

function toHint(rule: HealthRule, { sentence, since, action }: Finding): Hint {
  return { rule: rule.id, sentence, since: since ?? null, evidence: rule.evidence, action: action ?? null }
}

function onePerTopic(reasons: readonly Reason[], rules: readonly HealthRule[]): readonly Reason[] {
  const topics = new Map(rules.map(({ id, topic }) => [id, topic]))
  const told = new Set<string | undefined>()
  return reasons.filter(({ rule }) => {
    const topic = topics.get(rule)
    return told.has(topic) ? false : told.add(topic)
  })
}

function statusOf(reasons: readonly Reason[], staleSince: EpochMs | null, seen: boolean): HealthStatus {
  const worst = reasons[0]?.severity
  if (worst !== undefined) return worst
  if (staleSince !== null) return 'stale'
  return seen ? 'ok' : 'no-data'
}

/** The one line under a model's name: its first two reasons. Empty where nothing is wrong. */
export function headline({ reasons }: Health): string {
  return reasons
    .slice(0, 2)
    .map(({ sentence }) => sentence)
    .join('; ')
}

const attention: Readonly<Record<HealthStatus, number>> = { failing: 0, 'at-risk': 1, stale: 2, ok: 3, 'no-data': 4 }

/**
 * Sorts what needs a person first: by status, then the trouble that is newest, then the one with more
 * reasons; of healthy models those with a hint come first. Equals stay as they were.
 */
export function compareAttention(a: Health, b: Health): number {
  return (
    attention[a.status] - attention[b.status] ||
    newest(b) - newest(a) ||
    b.reasons.length - a.reasons.length ||
    b.hints.length - a.hints.length
  )
}

/** The epoch where no reason knows its time. */
function newest({ reasons }: Health): EpochMs {
  return Math.max(0, ...reasons.map(({ since }) => since ?? 0))
}
