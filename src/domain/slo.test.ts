import { describe, expect, it } from 'vitest'
import { burnWindowsMs, judgeSlo, objectivesOf, type WindowCount } from './slo'
import { burnWords, lastsWords, objectiveWords, sloSentences, windowWords } from './sloWords'
import { dayMs, hourMs, minuteMs } from './time'

const windowMs = 30 * dayMs
const objective = { availability: 0.999, windowMs, minRequests: 100 }

/** Burn rates by window, of 5 min, 30 min, 1 h, 6 h, 3 d and 30 d; `null`: no figure. */
function counts(rates: readonly (number | null)[], requests: number | null = 10_000): WindowCount[] {
  return [...burnWindowsMs, windowMs].map((windowMs, index) => {
    const rate = rates[index] ?? null
    return { windowMs, errorRatio: rate === null ? null : rate * 0.001, requests: rate === null ? null : requests }
  })
}

describe('judgeSlo', () => {
  it.each<[string, (number | null)[], string, string[]]>([
    // 5m, 30m, 1h, 6h, 3d, 30d
    ['all calm', [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], 'ok', ['quiet', 'quiet', 'quiet']],
    ['no failure at all', [0, 0, 0, 0, 0, 0], 'ok', ['quiet', 'quiet', 'quiet']],
    ['fast burn', [20, 20, 20, 4, 0.9, 0.5], 'page', ['fires', 'quiet', 'quiet']],
    ['fast burn at the very limit', [14.4, 14.4, 14.4, 3, 0.5, 0.5], 'page', ['fires', 'quiet', 'quiet']],
    ['over by now: the short window is calm', [0.2, 10, 20, 4, 0.9, 0.5], 'ok', ['quiet', 'quiet', 'quiet']],
    ['only just begun: the long window is calm', [40, 8, 4, 1, 0.4, 0.3], 'ok', ['quiet', 'quiet', 'quiet']],
    ['slower burn for hours', [7, 7, 7, 6.5, 0.9, 0.6], 'page', ['quiet', 'fires', 'quiet']],
    ['slow burn for days', [1.2, 1.2, 1.2, 1.1, 1.3, 0.7], 'ticket', ['quiet', 'quiet', 'fires']],
    ['at the pace allowed for days', [1, 1, 1, 1, 1, 0.7], 'ticket', ['quiet', 'quiet', 'fires']],
    ['page wins over ticket', [20, 20, 20, 20, 3, 0.9], 'page', ['fires', 'fires', 'fires']],
    ['calm again, but nothing left', [0.2, 0.2, 0.2, 0.2, 0.9, 1.4], 'spent', ['quiet', 'quiet', 'quiet']],
    ['no figures', [null, null, null, null, null, null], 'unknown', ['unknown', 'unknown', 'unknown']],
    ['the long windows are not there yet', [20, 20, 20, 20, null, null], 'page', ['fires', 'fires', 'unknown']],
    ['a gap in the short window', [null, 0.5, 20, 0.5, 0.5, 0.5], 'ok', ['unknown', 'quiet', 'quiet']],
  ])('%s', (_, rates, verdict, states) => {
    const report = judgeSlo(objective, counts(rates))
    expect(report.verdict).toBe(verdict)
    expect(report.rules.map(({ state }) => state)).toEqual(states)
  })

  it('judges nothing by too few requests, or an unknown number of them', () => {
    for (const requests of [99, 0, null]) {
      const report = judgeSlo(objective, counts([20, 20, 20, 20, 20, 20], requests))
      expect(report.verdict).toBe('unknown')
      expect(report.exhaustedInMs).toBeNull()
      expect(report.burns.every(({ enough }) => !enough)).toBe(true)
    }
    expect(judgeSlo(objective, counts([20, 20, 20, 20, 20, 20], 100)).verdict).toBe('page')
  })

  it.each<[string, (number | null)[], number, number | null]>([
    ['half is left', [10, 10, 10, 3, 1, 0.5], 0.5, 1.5 * dayMs],
    ['untouched', [2, 2, 2, 0, 0, 0], 1, 15 * dayMs],
    ['lasts', [1, 1, 1, 1, 1, 0.5], 0.5, null],
    ['spent', [5, 5, 5, 5, 5, 1.2], -0.2, 0],
    ['the last hour is not known', [5, 5, null, 5, 5, 0.5], 0.5, null],
  ])('counts the budget: %s', (_, rates, remaining, exhaustedInMs) => {
    const report = judgeSlo(objective, counts(rates))
    expect(report.budget?.remaining).toBeCloseTo(remaining, 9)
    expect(report.exhaustedInMs === null ? null : Math.round(report.exhaustedInMs)).toBe(exhaustedInMs)
  })
})

describe('objectivesOf', () => {
  it('takes each part from the nearest layer that sets it', () => {
    const found = objectivesOf({
      model: { slo: { availability: 0.9975 } },
      deployment: { slo: { availability: 0.99, latencyMs: 250, window: '7d' } },
    })
    expect(found.availability).toEqual({ value: 0.9975, from: 'model' })
    expect(found.latencyMs).toEqual({ value: 250, from: 'deployment' })
    expect(found.windowMs).toBe(7 * dayMs)
  })

  it('counts 30 days unless told otherwise, and invents no objective', () => {
    expect(objectivesOf({})).toEqual({ availability: null, latencyMs: null, window: { value: '30d', from: 'default' }, windowMs })
  })
})

describe('sloSentences', () => {
  it.each<[string, (number | null)[], string]>([
    [
      'a page',
      [20, 20, 16, 4, 1, 0.9],
      'Page somebody now: the error budget burns at 16.0× over 1 h (n = 10,000) and 20.0× over 5 min (n = 10,000); the limit is 14.4×. Over 30 d, 0.09 % of 10,000 requests failed; 0.1 % may. (exhausted in 4 h at the rate of the last hour)',
    ],
    ['calm', [0.5, 0.5, 0.5, 0.5, 0.5, 0.5], 'Over 30 d, 0.05 % of 10,000 requests failed; 0.1 % may. (lasts at the rate of the last hour)'],
    ['spent', [0.5, 0.5, 0.5, 0.5, 0.5, 1.5], 'Over 30 d, 0.15 % of 10,000 requests failed; 0.1 % may. The budget is spent 1.5×. (exhausted)'],
    ['nothing', [null, null, null, null, null, null], 'Over 30 d the share of failed requests is not known, so the budget is not either. (null)'],
  ])('%s', (_, rates, words) => {
    const report = judgeSlo(objective, counts(rates))
    expect(`${sloSentences(report).join(' ')} (${lastsWords(report)})`).toBe(words)
  })

  it('says how many requests are missing', () => {
    expect(sloSentences(judgeSlo(objective, counts([1, 1, 1, 1, 1, 1], 60)))).toContain('Not enough data: 60 requests over 30 d, and 100 are needed.')
  })
})

describe('words', () => {
  it.each([
    [5 * minuteMs, '5 min'],
    [hourMs, '1 h'],
    [dayMs, '1 d'],
    [36 * hourMs, '36 h'],
    [90 * minuteMs, '90 min'],
  ])('writes %d ms as %s', (ms, words) => expect(windowWords(ms)).toBe(words))
  it.each([[0.999, '99.9 %'], [0.9995, '99.95 %'], [0.9975, '99.75 %'], [0.99999, '99.999 %']])('keeps every nine of %d', (share, words) =>
    expect(objectiveWords(share)).toBe(words),
  )
  it.each([[0, '0×'], [0.0412, '0.04×'], [0.834, '0.8×'], [1, '1.0×'], [16.28, '16.3×'], [400.4, '400×']])('writes a burn of %d', (rate, words) => expect(burnWords(rate)).toBe(words))
})
