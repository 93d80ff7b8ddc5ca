import type { EpochMs } from '@/domain/time'
import type { HealthInput } from './input'
import type { HealthThresholds, Limit } from './thresholds'

export type Severity = 'failing' | 'at-risk'

/** The tab of the model's page, or the page, that shows what a reason speaks of. */
export type Evidence = 'serving' | 'quality' | 'versions' | 'docs' | 'requests'

/** What a person may want to do about it. `version` is the action's target. */
export interface SuggestedAction {
  kind: 'rollback' | 'promote' | 'open'
  /** `Roll back to v17`. */
  label: string
  version?: string
}

/** What a rule found. */
export interface Finding {
  /** A hint asks for attention and calls nothing At risk. */
  level: Severity | 'hint'
  /** Without a full stop, so that two can be joined. */
  sentence: string
  since?: EpochMs | null
  action?: SuggestedAction
}

/** What a rule says: something, nothing, or why it cannot judge. */
export type Verdict =
  | Finding
  | { level: 'ok' }
  /** Its input was not asked for or its threshold is not set. */
  | { level: 'not-asked' }
  /** It was asked, but there is no data or too little. */
  | { level: 'unknown'; why: string }

/** One row of the table of judgement, printed in docs/health.md. */
export interface HealthRule {
  id: string
  title: string
  /** Of several findings on one topic the most severe speaks, and of equals the first in the table. */
  topic: string
  /** In words, for the documentation. */
  looksAt: string
  /** The default threshold in words. */
  threshold: (thresholds: HealthThresholds) => string
  /** The levels that it can find. */
  levels: readonly Finding['level'][]
  /** A sentence that it writes. */
  example: string
  evidence: Evidence
  /** Whether it judges the running model: a model of which no such rule could judge is No data, not OK. */
  live: boolean
  evaluate: (input: HealthInput, thresholds: HealthThresholds) => Verdict
}

export const ok: Verdict = { level: 'ok' }
export const notAsked: Verdict = { level: 'not-asked' }

export function unknown(why: string): Verdict {
  return { level: 'unknown', why }
}

/** How far over (`above`) or under (`below`) its limits a figure is; `null`: within. */
export function severityOf(value: number, limit: Limit, bad: 'above' | 'below'): Severity | null {
  const beyond = (bound: number | null) => bound !== null && (bad === 'above' ? value >= bound : value < bound)
  if (beyond(limit.critical)) return 'failing'
  return beyond(limit.warn) ? 'at-risk' : null
}
