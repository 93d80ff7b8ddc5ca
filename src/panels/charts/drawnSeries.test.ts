import { describe, expect, it } from 'vitest'
import type { Sample, SeriesSet } from '@/domain/series'
import { drawnSeries, hasValues } from './drawnSeries'

const ref = { source: 'mlflow', name: 'fraud' }

function set(values: Record<string, (number | null)[]>): SeriesSet {
  return {
    unit: 'ratio',
    from: 0,
    to: 2,
    stepMs: 1,
    query: 'q',
    notes: [],
    series: Object.entries(values).map(([version, samples]) => ({
      subject: { ref, version, labels: {} },
      samples: samples.map((value, at): Sample => [at, value]),
    })),
  }
}

const all = set({ 1: [0.1, null, 0.4], 2: [0.3, null, null], 3: [0.5, 0.5, 0.5] })
const line = (drawn: SeriesSet, version: string) =>
  drawn.series.find(({ subject }) => subject.version === version)?.samples.map(([, value]) => value)

describe('drawnSeries', () => {
  it('adds the rest up, and leaves a gap where none of it has a value', () => {
    expect(line(drawnSeries(all, ['3'], 'sum'), 'other')).toEqual([0.4, null, 0.4])
  })

  it('joins ratios by how many requests each stands for', () => {
    const rates = set({ 1: [30, 30, 30], 2: [10, 10, 10] })
    expect(line(drawnSeries(all, ['3'], { meanBy: rates }), 'other')?.[0]).toBeCloseTo((0.1 * 30 + 0.3 * 10) / 40)
  })

  it.each([
    ['percentiles and scores are left out', 'leave-out' as const],
    ['a mean without weights is not drawn', { meanBy: undefined }],
  ])('%s', (_, rest) => {
    expect(drawnSeries(all, ['3'], rest).series.map(({ subject }) => subject.version)).toEqual(['3'])
  })

  it('draws all where nothing was chosen', () => {
    expect(drawnSeries(all, [], 'leave-out')).toBe(all)
  })

  it('keeps a series without a version whatever was chosen', () => {
    const whole = { ...all, series: [{ subject: { ref, version: null, labels: {} }, samples: [[0, 1]] as const }] }
    expect(drawnSeries(whole, ['3'], 'sum').series).toHaveLength(1)
  })
})

it.each([
  [{ 1: [null, null] }, false],
  [{ 1: [null, 0] }, true],
  [{}, false],
])('hasValues of %j is %s', (values, expected) => {
  expect(hasValues(set(values))).toBe(expected)
})
