import { describe, expect, it } from 'vitest'
import type { Sample, Series } from '@/domain/series'
import { minuteMs } from '@/domain/time'
import { backtest, firingMs } from './backtest'
import type { ThresholdRule } from './rule'

const step = 5 * minuteMs
const rule: ThresholdRule = { name: 'error_ratio', signal: 'error_ratio', side: 'above', warn: 1, critical: 3, recover: null, forMs: 0, support: null, from: 'model' }
const series = (values: readonly (number | null)[], labels: Record<string, string> = {}): Series => ({
  subject: { ref: { source: 'mlflow', name: 'fraud' }, version: null, labels },
  samples: values.map((value, i): Sample => [i * step, value]),
})
const test = (all: readonly Series[], more: Partial<ThresholdRule> = {}, support: readonly Series[] = []) => backtest(all, support, { ...rule, ...more }, step)
const told = (report: ReturnType<typeof backtest>) => report.episodes.map(({ severity, from, to, worst }) => [severity, from / step, to === null ? null : to / step, worst])

describe('a back-test', () => {
  it('counts a warning that becomes critical once, by the worse of both', () => {
    expect(told(test([series([0, 1, 4, 2, 2, 2, 0, 0, 0, 2, 0, 0, 0])]))).toEqual([
      ['critical', 1, 6, 4],
      ['warning', 9, 10, 2],
    ])
  })

  it('has one severity where only one limit is set', () => {
    expect(told(test([series([0, 4, 0, 0, 0])], { warn: null }))).toEqual([['critical', 1, 2, 4]])
    expect(told(test([series([0, 4, 0, 0, 0])], { critical: null }))).toEqual([['warning', 1, 2, 4]])
  })

  it('takes the lowest as the worst where worse is below', () => {
    expect(told(test([series([5, 2, 0.5, 5, 5, 5])], { side: 'below', warn: 3, critical: 1 }))).toEqual([['critical', 1, 3, 0.5]])
  })

  it('judges each series on its own, and names it', () => {
    const { episodes } = test([series([2, 0, 0, 0], { feature: 'age' }), series([0, 2, 0, 0], { feature: 'region' })])
    expect(episodes.map(({ labels, from }) => [labels['feature'], from / step])).toEqual([['age', 0], ['region', 1]])
  })

  it('what rests on too little is a gap, and said', () => {
    const support = { support: { signal: 'quality_samples', least: 200 } } as const
    const report = test([series([2, 2, null, 2, 0], { window: '7d' })], support, [series([500, 100, 500, null, 200], { window: '7d' })])
    expect(told(report)).toEqual([['warning', 0, 4, 2]])
    expect(report.known).toEqual({ from: 0, to: 4 * step, judgedMs: 3 * step, gapMs: step, fewMs: step })
  })

  it('knows nothing without series, and of gaps alone', () => {
    expect(test([])).toEqual({ episodes: [], known: { from: null, to: null, judgedMs: 0, gapMs: 0, fewMs: 0 } })
    expect(test([series([null, null])]).known).toEqual({ from: null, to: null, judgedMs: 0, gapMs: 2 * step, fewMs: 0 })
  })

  it('adds up how long it fired, of what still fires until now', () => {
    expect(firingMs(test([series([2, 0, 0, 0, 2, 2])]).episodes, 6 * step)).toBe(3 * step)
  })
})
