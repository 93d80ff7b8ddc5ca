import { expect, it } from 'vitest'
import type { Change, RecordedCheck } from '@/domain/change'
import { checksWords, decisionState, verdictOf } from './decisionWords'

const check = (verdict: string): RecordedCheck => ['name', verdict, '', '']

it.each([
  [[], 'No checks recorded'],
  [['pass'], '1 check passed'],
  [['pass', 'pass'], '2 checks passed'],
  [['fail'], '1 check failed'],
  [['pass', 'fail', 'warn', 'pass'], '1 of 4 checks failed, 1 warned'],
  [['pass', 'unknown'], '1 of 2 checks not known'],
  [['pass', 'not-applicable'], '1 of 2 checks did not apply'],
  [['warn', 'warn'], '2 checks warned'],
  [['odd', 'pass'], '1 of 2 checks not known'],
])('checks %j: %s', (verdicts, words) => {
  expect(checksWords(verdicts.map(check))).toBe(words)
})

it('takes a verdict of another tool as not known', () => {
  expect(['pass', 'PASS', '', 'constructor'].map(verdictOf)).toEqual(['pass', 'unknown', 'unknown', 'unknown'])
})

it.each([
  ['done', 0, null],
  ['reverted', 0, 'Reverted'],
  ['overtaken', 0, 'Overtaken'],
  ['intended', 30_000, 'Under way'],
  ['intended', 600_000, 'Unfinished'],
] as const)('%s after %i ms: %s', (status, age, word) => {
  const change: Change = { id: '', action: 'promote', status, actor: '', actorKind: 'authenticated', at: 1_000_000, reason: '', from: null, to: '1', checks: [], overrides: [] }
  expect(decisionState(change, 1_000_000 + age)?.word ?? null).toBe(word)
})
