import { describe, expect, it } from 'vitest'
import type { Change } from '@/domain/change'
import type { FigureSet, SeriesSet } from '@/domain/series'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import { changeOf, figureOf, isMaterial, totalOf } from './figureOf'
import { referenceOf } from './reference'
import { troubleSpans } from './troubleSpans'

const ref = { source: 'mlflow', name: 'freight' }
const now = 100 * dayMs
const release = (more: Partial<Change> = {}): Change => ({
  id: '01J', action: 'promote', status: 'done', actor: 'jane', actorKind: 'authenticated', at: now - 3 * hourMs, reason: '', from: '17', to: '18',
  checks: [], overrides: [], ...more,
})

describe('referenceOf', () => {
  it('is the version before, in the hour before a recent release', () => {
    expect(referenceOf([release()], '18', now)).toEqual({ offsetMs: 3 * hourMs, version: '17', words: 'v17, before the release 3 h ago' })
  })

  it('stays the same for five minutes, so that a live page does not ask anew at each tick', () => {
    const offsets = [minuteMs, 2 * minuteMs, 5 * minuteMs].map((later) => referenceOf([release()], '18', now + later).offsetMs)
    expect(new Set(offsets).size).toBe(1)
  })

  it.each([
    ['an old release', [release({ at: now - 8 * dayMs })]],
    ['a first release', [release({ from: null })]],
    ['a champion that no record names', [release({ to: '16' })]],
    ['a decision that was taken back', [release({ status: 'reverted' })]],
    ['no records', []],
  ])('is the same time yesterday after %s', (_, changes) => {
    expect(referenceOf(changes, '18', now)).toEqual({ offsetMs: dayMs, version: '18', words: '24 h ago' })
  })
})

const figures = (values: Record<string, number | null>): FigureSet => ({
  unit: 'ratio', at: 0, query: 'q', notes: [],
  figures: Object.entries(values).map(([version, value]) => ({ subject: { ref, version: version === '' ? null : version, labels: {} }, value })),
})

describe('figures', () => {
  it('are of the version, or of the model where versions are not told apart', () => {
    expect(figureOf(figures({ 17: 1, 18: 2 }), '18')).toBe(2)
    expect(figureOf(figures({ 17: 1 }), '18')).toBeNull()
    expect(figureOf(figures({ '': 3 }), '18')).toBe(3)
    expect([totalOf(figures({ 17: 1, 18: null })), totalOf(figures({ 18: null })), totalOf(undefined)]).toEqual([1, null, null])
  })

  it.each([
    [84, 84.1, 0],
    [84, 90, 6],
    [null, 90, null],
  ])('changed from %s to %s by %s', (before, after, change) => {
    expect(changeOf(after, before)).toBe(change)
  })

  it.each([
    [0.002, 0.041, 'ratio' as const, true],
    [0.0002, 0.0004, 'ratio' as const, false],
    [84, 87, 'ms' as const, false],
    [84, 99, 'ms' as const, true],
  ])('from %s to %s %s is worth a verdict: %s', (before, after, unit, expected) => {
    expect(isMaterial(after, before, unit)).toBe(expected)
  })
})

describe('troubleSpans', () => {
  const errors: SeriesSet = {
    unit: 'ratio', from: 0, to: 60, stepMs: 10, query: 'q', notes: [],
    series: [{ subject: { ref, version: '18', labels: {} }, samples: [[0, 0.001], [10, 0.03], [20, 0.05], [30, null], [40, 0.04], [50, 0.001]] }],
  }

  it('are where the version is at its limit, broken where nothing was measured', () => {
    expect(troubleSpans(errors, '18', 0.03).map(({ from, to }) => [from, to])).toEqual([[5, 25], [35, 45]])
    expect(troubleSpans(errors, '18', 0.03)[0]?.label).toBe('Error rate of v18 at 3 % or more')
  })

  it('are none without a limit, a version or an answer', () => {
    expect([troubleSpans(errors, '18', null), troubleSpans(errors, '17', 0.03), troubleSpans(undefined, '18', 0.03)]).toEqual([[], [], []])
  })
})
