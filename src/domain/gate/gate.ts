import type { ChangeAction } from '@/domain/change'
import type { GateLevel } from '@/domain/policy'
import type { Evidence } from './evidence'

/**
 * `not-applicable`: the source is not configured, there is nothing to compare with, or nobody set a limit;
 * it never blocks · `unknown`: asked, but it failed or the samples are too few.
 */
export type GateVerdict = 'pass' | 'warn' | 'fail' | 'unknown' | 'not-applicable'

/** Where the evidence can be seen: a tab of the model, the version's run or artifacts, or a page. */
export type EvidencePlace = 'versions' | 'quality' | 'serving' | 'docs' | 'history' | 'run' | 'artifacts' | 'alerts' | 'requests'

/** What one check found. */
export interface GateResult {
  verdict: GateVerdict
  /** What was found, as text with its unit; empty where there is nothing to show. */
  value: string
  /** What was asked for: `≥ 0.85`. */
  threshold: string
  /** How many samples the verdict rests on, where it rests on samples. */
  n?: number
  /** A whole sentence that a stakeholder understands. */
  sentence: string
  evidence?: EvidencePlace
}

/** One check before a decision. A new one is added to its action's list in gates.ts. */
export interface Gate {
  /** As config.json and `modeldeck.policy` name it under `gates`. */
  id: string
  title: string
  actions: readonly ChangeAction[]
  /** Unless a policy says otherwise. */
  defaultLevel: GateLevel
  /** `false`: no reason lets it pass, because the registry would refuse the decision anyway. */
  overridable: boolean
  /** One sentence for docs/gates.md: what it looks at and when it fails. */
  rule: string
  evaluate: (evidence: Evidence) => GateResult
}

export function notApplicable(sentence: string, threshold = ''): GateResult {
  return { verdict: 'not-applicable', value: '', threshold, sentence }
}

export function unknown(sentence: string, threshold = '', n?: number): GateResult {
  return { verdict: 'unknown', value: '', threshold, sentence, ...(n !== undefined && { n }) }
}
