import { expect, it } from 'vitest'
import type { Sample, SeriesSet, Subject } from '@/domain/series'
import { scoreLayer, windowsOf } from './scoreBands'

const subject: Subject = { ref: { source: 'mlflow', name: 'fraud' }, version: '12', labels: { window: '7d' } }
const set = (samples: readonly Sample[], unit: SeriesSet['unit'] = 'score'): SeriesSet => ({
  unit, from: 0, to: 3, stepMs: 1, query: 'q', notes: [], series: [{ subject, samples }],
})
const scores = set([[0, 0.9], [1, null], [2, 0.9]])
const support = set([[0, 200], [1, 200], [2, null]], 'count')

it('has an interval where value and count are known, and only there', () => {
  const { low, high } = scoreLayer(scores, support)
  const [first, second, third] = low?.series[0]?.samples ?? []
  expect(first?.[1]).toBeCloseTo(0.851, 3)
  expect(high?.series[0]?.samples[0]?.[1]).toBeCloseTo(0.934, 3)
  expect([second?.[1], third?.[1]]).toEqual([null, null])
})

it('takes the window off the line, whose name it would be, and says it apart', () => {
  expect(scoreLayer(scores, support).set.series[0]?.subject.labels).toEqual({})
  expect(windowsOf(scores)).toEqual(['7 d'])
})

it('draws no interval where the count is not known', () => {
  expect(scoreLayer(scores, undefined)).toEqual({ set: expect.objectContaining({ unit: 'score' }) })
})
