import { changePhase, type Change, type ChangeAction, type RecordedCheck } from '@/domain/change'
import type { EpochMs } from '@/domain/time'

/** What a filter calls each kind of decision. */
export const actionNouns: Readonly<Record<ChangeAction, string>> = {
  promote: 'Promotions',
  rollback: 'Rollbacks',
  deprecate: 'Deprecations',
  archive: 'Archivings',
  restore: 'Restorations',
}

/** A decision that did not simply happen: its word, and what that means. */
export interface DecisionState {
  word: string
  hint: string
  tone: 'quiet' | 'risk'
}

/** `null`: it was done and holds. */
export function decisionState(change: Change, now: EpochMs): DecisionState | null {
  if (change.status === 'reverted') return { word: 'Reverted', hint: 'It was begun, and then everything was put back.', tone: 'quiet' }
  if (change.status === 'overtaken') {
    return { word: 'Overtaken', hint: 'The registry had changed before this could be carried out: nothing of it was kept.', tone: 'quiet' }
  }
  const phase = changePhase(change, now)
  if (phase === 'ended') return null
  if (phase === 'under-way') return { word: 'Under way', hint: 'It was begun within the last minute.', tone: 'quiet' }
  return { word: 'Unfinished', hint: 'It was interrupted. It can be finished or reverted at the top of the model’s page.', tone: 'risk' }
}

export const verdicts = ['pass', 'warn', 'fail', 'unknown', 'not-applicable'] as const
export type Verdict = (typeof verdicts)[number]

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'passed',
  warn: 'warned',
  fail: 'failed',
  unknown: 'not known',
  'not-applicable': 'did not apply',
}

/** Other tools may write other words: those count as not known, and are shown as they were written. */
export function verdictOf(text: string): Verdict {
  return verdicts.find((verdict) => verdict === text) ?? 'unknown'
}

/** `3 checks passed` · `1 of 3 checks failed, 1 warned` · `No checks recorded`. */
export function checksWords(checks: readonly RecordedCheck[]): string {
  if (checks.length === 0) return 'No checks recorded'
  const counts = new Map<Verdict, number>()
  for (const [, text] of checks) counts.set(verdictOf(text), (counts.get(verdictOf(text)) ?? 0) + 1)
  const all = checks.length === 1 ? '1 check' : `${checks.length} checks`
  if (counts.get('pass') === checks.length) return `${all} passed`
  const worst = (['fail', 'unknown', 'warn', 'not-applicable'] as const).filter((verdict) => counts.has(verdict))
  const [first, ...rest] = worst.map((verdict) => ({ count: counts.get(verdict) ?? 0, word: verdictWords[verdict] }))
  if (first === undefined) return all
  const head = first.count === checks.length ? `${all} ${first.word}` : `${first.count} of ${all} ${first.word}`
  return [head, ...rest.map(({ count, word }) => `${count} ${word}`)].join(', ')
}
