import type { Change, ChangeAction } from '@/domain/change'
import { describeChange } from '@/domain/change'
import type { GateVerdict } from '@/domain/gate/gate'
import type { Resolved, GateLevel } from '@/domain/policy'
import { minuteMs, type EpochMs } from '@/domain/time'
import { versionWords } from '@/domain/words'
import type { CommandOutcome } from '@/ports/registry'

/** The verbs of the buttons; scripts and screen readers rely on them. */
export const actionVerbs: Readonly<Record<ChangeAction, string>> = {
  promote: 'Promote',
  rollback: 'Roll back',
  deprecate: 'Deprecate',
  archive: 'Archive',
  restore: 'Restore',
}

/** The name of an action's dialog: `Promote claim-fraud version 13`, `Roll back freight-price to version 17`. */
export function dialogTitle(action: ChangeAction, model: string, version: string): string {
  return `${actionVerbs[action]} ${model} ${action === 'rollback' ? 'to ' : ''}version ${version}`
}

/** The confirm button repeats the verb: `Promote version 13`. */
export function confirmLabel(action: ChangeAction, version: string): string {
  return `${actionVerbs[action]} ${action === 'rollback' ? 'to ' : ''}version ${version}`
}

/** What the registry holds after a decision that was carried out. */
export function doneSentence({ action, from, to }: Change, version: string): string {
  switch (action) {
    case 'promote':
      return `Version ${to} is in production${from === null ? '' : `, in place of version ${from}`}.`
    case 'rollback':
      return `Version ${to} is in production again${from === null ? '' : `, in place of version ${from}`}.`
    case 'deprecate':
      return `Version ${version} is deprecated.`
    case 'archive':
      return `Version ${version} is archived.`
    case 'restore':
      return `Version ${version} is active again.`
  }
}

/** Pages are as old as their refresh, and clocks differ. */
const slackMs = 10 * minuteMs

/**
 * Why a decision was not carried out: who came first, and what is true now. A record from before the person
 * looked cannot be what has changed since: then nobody is named.
 */
export function outcomeSentence(outcome: Exclude<CommandOutcome, { status: 'done' }>, action: ChangeAction, seenAt: EpochMs): string {
  if (outcome.status === 'busy') {
    const { actor } = outcome.intent
    return `${actor} has another decision on this model under way: ${describeChange({ ...outcome.intent, version: outcome.intent.to }).replace(/^has not finished /, '')}. Nothing of yours was written.`
  }
  const { found, by } = outcome
  const moves = action === 'promote' || action === 'rollback'
  const now = found === null ? 'nothing is in production' : /^\d/.test(found) ? `${versionWords(found)} is in production` : moves ? `${found} is in production` : `the version is ${found}`
  const who = by === null || by.at < seenAt - slackMs ? 'No record says who changed it.' : `${by.actor} ${describeChange({ ...by, version: by.to })}.`
  return `The registry has changed since you looked: ${now}. ${who} Nothing of your decision was kept.`
}

export const verdictWords: Readonly<Record<GateVerdict, string>> = {
  pass: 'Pass',
  warn: 'Warning',
  fail: 'Fail',
  unknown: 'Unknown',
  'not-applicable': 'Does not apply',
}

/** How much a check weighs and who decided that: `required by this model’s policy`. */
export function levelWords({ value, from }: Resolved<GateLevel>): string {
  if (from === 'model') return `${value} by this model’s policy`
  return from === 'deployment' ? `${value} by the deployment` : value
}

/** How the checks stand, in one line: `8 of 9 pass, 1 blocks`. */
export function checksSummary(checks: readonly { verdict: GateVerdict; blocking: boolean }[], blocked: number): string {
  const judged = checks.filter(({ verdict }) => verdict !== 'not-applicable')
  const passed = judged.filter(({ verdict }) => verdict === 'pass').length
  const tail = blocked === 0 ? '' : `, ${blocked} ${blocked === 1 ? 'blocks' : 'block'}`
  return `${passed} of ${judged.length} pass${tail}`
}
