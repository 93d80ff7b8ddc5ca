import type { ChangeAction, RecordedCheck } from '@/domain/change'
import { headlineMetrics } from '@/domain/metric'
import type { GateLevel, Resolved } from '@/domain/policy'
import { gateLevel } from '@/domain/policy'
import type { Evidence } from './evidence'
import type { Gate, GateResult, GateVerdict } from './gate'
import { gates } from './gates'

/** One row of the list of checks. */
export interface Check extends GateResult {
  id: string
  title: string
  /** How much it weighs, and who decided that. */
  level: Resolved<GateLevel>
  /** It must pass, or be overridden with a reason where `overridable`. */
  blocking: boolean
  overridable: boolean
}

/** What a verdict means at a level: a required check blocks when it fails or cannot say. */
export function blocks(verdict: GateVerdict, level: GateLevel): boolean {
  return level === 'required' && (verdict === 'fail' || verdict === 'unknown')
}

/** Runs every gate of an action; those that are `off` are left out. */
export function assess(action: ChangeAction, evidence: Evidence, list: readonly Gate[] = gates): Check[] {
  return list
    .filter((gate) => gate.actions.includes(action))
    .flatMap((gate) => {
      const level = gateLevel(evidence.policy, gate.id, gate.defaultLevel)
      if (level.value === 'off') return []
      const result = gate.evaluate(evidence)
      if (isNoise(gate, result)) return []
      return [
        {
          ...result,
          id: gate.id,
          title: gate.title,
          level,
          blocking: blocks(result.verdict, level.value),
          overridable: gate.overridable,
        },
      ]
    })
}

/** Limits of the measures beyond the headline four are listed only where somebody set one. */
function isNoise(gate: Gate, result: GateResult): boolean {
  return (
    gate.id.endsWith('_threshold') &&
    result.verdict === 'not-applicable' &&
    !headlineMetrics.some((metric) => gate.id === `${metric}_threshold`)
  )
}

/** Why a decision may or may not be taken, and what is recorded of it. */
export interface GateDecision {
  allowed: boolean
  /** The checks that still stop it. */
  blockedBy: readonly Check[]
  /** For LifecycleCommand.checks. */
  checks: readonly RecordedCheck[]
  /** For LifecycleCommand.overrides: `no_regression: known and accepted`. */
  overrides: readonly string[]
}

/** Weighs the checks with the reasons given for overriding, by gate id. An empty reason overrides nothing. */
export function decide(checks: readonly Check[], reasons: Readonly<Record<string, string>> = {}): GateDecision {
  const reasonFor = (check: Check) =>
    check.overridable && Object.hasOwn(reasons, check.id) ? (reasons[check.id]?.trim() ?? '') : ''
  const blocking = checks.filter((check) => check.blocking)
  const blockedBy = blocking.filter((check) => reasonFor(check) === '')
  return {
    allowed: blockedBy.length === 0,
    blockedBy,
    // What does not apply says nothing worth keeping for years.
    checks: checks
      .filter(({ verdict }) => verdict !== 'not-applicable')
      .map(({ id, verdict, value, threshold }) => [id, verdict, value, threshold]),
    overrides: blocking.filter((check) => reasonFor(check) !== '').map((check) => `${check.id}: ${reasonFor(check)}`),
  }
}
