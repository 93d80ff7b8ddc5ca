import { describe, expect, it } from 'vitest'
import type { Backtest, Episode, Known } from '@/domain/thresholds/backtest'
import type { ThresholdRule } from '@/domain/thresholds/rule'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import { backtestNotes, backtestSentence, savedSentence, tooLittle } from './backtestWords'

const asked = { from: 0, to: 30 * dayMs, stepMs: 5 * minuteMs }
const whole: Known = { from: 0, to: 30 * dayMs, judgedMs: 30 * dayMs, gapMs: 0, fewMs: 0 }
const rule: ThresholdRule = { name: 'error_ratio', signal: 'error_ratio', side: 'above', warn: 0.01, critical: 0.03, recover: null, forMs: 5 * minuteMs, support: { signal: 'request_rate', least: 100 }, from: 'model' }
const episode = (severity: Episode['severity'], hours: number): Episode => ({ severity, from: 0, firedAt: 0, to: hours * hourMs, resolvedAt: hours * hourMs, end: 'recovered', worst: 1, labels: {} })
const report = (episodes: Episode[], known: Partial<Known> = {}): Backtest => ({ episodes, known: { ...whole, ...known } })
/** After what always stands there. */
const notes = (known: Partial<Known>, more: Partial<ThresholdRule> = {}) => backtestNotes(report([], known), { ...rule, ...more }, asked).slice(1)
const [c, w] = [episode('critical', 1), episode('warning', 2)]

describe('a back-test in words', () => {
  it.each<[Backtest, string]>([
    [report([]), 'Would not have fired in 30 days.'],
    [report([w]), 'Would have fired once in 30 days; 2 h in all.'],
    [report([c]), 'Would have fired once in 30 days, critical; 1 h in all.'],
    [report([c, w, w]), 'Would have fired 3 times in 30 days, 1 of them critical; 5 h in all.'],
    [report([c, c]), 'Would have fired twice in 30 days, all critical; 2 h in all.'],
    [report([episode('warning', 0)]), 'Would have fired once in 30 days; 5 min in all.'],
    [report([w], { from: 24 * dayMs }), 'Would have fired once in 6 days; 2 h in all.'],
  ])('%#: %s', (found, expected) => {
    expect(backtestSentence(found, asked)).toBe(expected)
  })

  it.each<[string, Backtest | null, string | null]>([
    ['the same', report([w]), null],
    ['never', report([]), 'As saved, not once.'],
    ['another', report([w, w]), 'As saved, twice.'],
    ['no limit', null, 'As saved, it has no limit.'],
  ])('beside what is saved: %s', (_, saved, expected) => {
    expect(savedSentence(report([w]), saved)).toBe(expected)
  })

  it.each<[string, Partial<Known>, string | null]>([
    ['all of it', {}, null],
    ['a day', { judgedMs: dayMs }, null],
    ['hours', { judgedMs: 5 * hourMs }, 'Not enough history to say how often: 5 h of 30 days can be judged.'],
    ['gaps alone', { from: null, judgedMs: 0, gapMs: 30 * dayMs }, 'There is no history: monitoring has no value of it in 30 days.'],
    ['no series', { from: null, judgedMs: 0 }, 'There is no history: monitoring knows no such series of this model.'],
    ['too few requests throughout', { from: null, judgedMs: 0, fewMs: 30 * dayMs }, 'Nothing to judge: at no time were there 100 requests in 5 min.'],
  ])('how much is known: %s', (_, known, expected) => {
    expect(tooLittle({ ...whole, ...known }, rule)).toBe(expected)
  })

  it('what cannot be seen, and what was not judged, is said', () => {
    expect(notes({})).toEqual([])
    expect(notes({}, { forMs: 12 * minuteMs })).toEqual(['“For 12 min” is judged as 10 min: between two looks nothing is seen.'])
    expect(notes({ from: 10 * dayMs, gapMs: 10 * dayMs })).toEqual(['The history begins 20 d ago.'])
    expect(notes({ gapMs: 3 * hourMs, fewMs: 2 * hourMs })).toEqual(['No value for 3 h in all: neither fired nor recovered by.', 'For 2 h in all there were not 100 requests in 5 min: not judged.'])
  })
})
