import { describe, expect, test } from 'vitest'
import type { Health, HealthStatus } from './assess'
import { assess, compareAttention, statusWords } from './assess'
import type { HealthInput } from './input'
import type { HealthRule, Verdict } from './rule'

const rule = (id: string, verdict: Verdict, said: Partial<HealthRule> = {}): HealthRule => ({
  id,
  title: id,
  topic: id,
  looksAt: '',
  threshold: () => '',
  levels: [],
  example: '',
  evidence: 'serving',
  live: true,
  evaluate: () => verdict,
  ...said,
})
const finds = (level: 'failing' | 'at-risk' | 'hint', said: Partial<HealthRule> & { id: string }) =>
  rule(said.id, { level, sentence: said.id }, said)
const fine = rule('fine', { level: 'ok' })
const input: HealthInput = { now: 1000 }

describe('status', () => {
  test.each<[string, HealthRule[], HealthInput, HealthStatus]>([
    ['no rule', [], input, 'no-data'],
    ['all fine', [fine], input, 'ok'],
    ['nothing asked', [rule('a', { level: 'not-asked' })], input, 'no-data'],
    ['nothing known', [rule('a', { level: 'unknown', why: 'no data' })], input, 'no-data'],
    ['part known', [fine, rule('a', { level: 'unknown', why: 'no data' })], input, 'ok'],
    ['fine by the registry alone', [rule('a', { level: 'ok' }, { live: false })], input, 'no-data'],
    ['a hint', [fine, finds('hint', { id: 'h' })], input, 'ok'],
    ['at risk', [fine, finds('at-risk', { id: 'r' })], input, 'at-risk'],
    ['the worst counts', [finds('at-risk', { id: 'r' }), finds('failing', { id: 'f' })], input, 'failing'],
    ['old figures', [fine], { now: 1000, staleSince: 10 }, 'stale'],
    ['trouble in old figures', [finds('at-risk', { id: 'r' })], { now: 1000, staleSince: 10 }, 'at-risk'],
  ])('%s', (_, rules, given, status) => {
    expect(assess(given, undefined, rules).status).toBe(status)
  })

  test('the words that scripts rely on', () => {
    expect(Object.values(statusWords)).toEqual(['OK', 'At risk', 'Failing', 'No data', 'Stale'])
  })
})

const told = (...rules: HealthRule[]) => assess(input, undefined, rules).reasons.map(({ rule }) => rule)

describe('reasons', () => {
  test('most severe first, then as in the table', () => {
    expect(told(finds('at-risk', { id: 'a' }), finds('failing', { id: 'b' }), finds('at-risk', { id: 'c' }))).toEqual(['b', 'a', 'c'])
  })

  test('one a topic: the most severe, of equals the first', () => {
    const topic = 'errors'
    expect(told(finds('at-risk', { id: 'a', topic }), finds('failing', { id: 'b', topic }))).toEqual(['b'])
    expect(told(finds('failing', { id: 'a', topic }), finds('failing', { id: 'b', topic }))).toEqual(['a'])
  })

  test('what could not be judged says why', () => {
    expect(assess(input, undefined, [rule('a', { level: 'unknown', why: 'no data' })]).unjudged).toEqual([{ rule: 'a', why: 'no data' }])
  })
})

const health = (status: HealthStatus, sinces: (number | null)[] = [], hints = 0): Health => ({
  status,
  reasons: sinces.map((since) => ({ rule: '', sentence: '', severity: 'at-risk', since, evidence: 'serving', action: null })),
  hints: Array.from({ length: hints }, () => ({ rule: '', sentence: '', since: null, evidence: 'versions', action: null })),
  unjudged: [],
})

describe('what needs a person first', () => {
  test('from failing to no data', () => {
    const given = (['no-data', 'ok', 'stale', 'at-risk', 'failing'] as const).map((status) => health(status))
    expect(given.toSorted(compareAttention).map(({ status }) => status)).toEqual(['failing', 'at-risk', 'stale', 'ok', 'no-data'])
  })

  test.each<[string, Health, Health]>([
    ['the newer trouble', health('failing', [900]), health('failing', [100])],
    ['known times before unknown', health('failing', [1]), health('failing', [null])],
    ['more reasons', health('at-risk', [null, null]), health('at-risk', [null])],
    ['a hint', health('ok', [], 1), health('ok')],
    ['status before all else', health('failing'), health('at-risk', [900, 900], 9)],
  ])('%s', (_, first, second) => {
    expect(compareAttention(first, second)).toBeLessThan(0)
    expect(compareAttention(second, first)).toBeGreaterThan(0)
  })
})
