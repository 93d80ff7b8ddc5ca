import { describe, expect, test } from 'vitest'
import { changeBetweenHalves, heldSince, lastSample, mergeSeries, reduceSamples, sampleStats, shiftSamples } from './samples'
import type { Sample } from './series'

const samples = (...values: (number | null)[]): Sample[] => values.map((value, i) => [i * 10, value])

test.each([
  [samples(1, 2, null), { at: 10, value: 2 }],
  [samples(0), { at: 0, value: 0 }],
  [samples(null, null), null],
  [samples(), null],
])('last of %j', (given, expected) => {
  expect(lastSample(given)).toEqual(expected)
})

test.each([
  [samples(1, null, 3), { min: 1, max: 3, mean: 2, count: 2 }],
  [samples(0, 0), { min: 0, max: 0, mean: 0, count: 2 }],
  [samples(null), null],
  [samples(), null],
])('stats of %j', (given, expected) => {
  expect(sampleStats(given)).toEqual(expected)
})

test.each([
  [samples(1, 1, 3, 5), { before: 1, after: 4, difference: 3 }],
  [samples(1, null, null, 5), { before: 1, after: 5, difference: 4 }],
  [samples(null, null, 3, 5), null],
  [samples(4), null],
  [samples(), null],
])('change between the halves of %j', (given, expected) => {
  expect(changeBetweenHalves(given)).toEqual(expected)
})

test.each([
  [samples(9, 1, 5, null, 6), 20],
  [samples(5, 6), 0],
  [samples(5, 1), null],
  [samples(null, 5), 10],
  [samples(5, 6, null), 0],
  [samples(null), null],
])('above 4 since, in %j', (given, since) => {
  expect(heldSince(given, (value) => value > 4)).toBe(since)
})

test('shifting moves times only', () => {
  expect(shiftSamples(samples(1, null), 5)).toEqual([
    [5, 1],
    [15, null],
  ])
})

describe('reducing', () => {
  const wave = Array.from({ length: 10_000 }, (_, i): Sample => [i, Math.sin(i / 300)])

  test('few samples stay as they are', () => {
    expect(reduceSamples(wave.slice(0, 500))).toHaveLength(500)
    expect(reduceSamples(samples(1, null, 2), 3)).toEqual(samples(1, null, 2))
  })

  test.each([5, 50, 500])('at most %d, both ends among them, in order', (maxPoints) => {
    const reduced = reduceSamples(wave, maxPoints)
    expect(reduced.length).toBeLessThanOrEqual(maxPoints)
    expect(reduced[0]).toEqual(wave[0])
    expect(reduced.at(-1)).toEqual(wave.at(-1))
    expect(reduced.map(([at]) => at)).toEqual(reduced.map(([at]) => at).toSorted((a, b) => a - b))
  })

  test('a spike, a dip and a one-sample gap survive at their times', () => {
    const odd = wave.with(4321, [4321, 99]).with(7777, [7777, -99]).with(1234, [1234, null])
    const reduced = reduceSamples(odd)
    expect(reduced).toContainEqual([4321, 99])
    expect(reduced).toContainEqual([7777, -99])
    expect(reduced).toContainEqual([1234, null])
  })

  test('a long gap stays a gap', () => {
    const gappy = wave.map(([at, value]): Sample => [at, at > 2000 && at < 6000 ? null : value])
    const inside = reduceSamples(gappy).filter(([at]) => at > 2050 && at < 5950)
    expect(inside.length).toBeGreaterThan(10)
    expect(inside.every(([, value]) => value === null)).toBe(true)
  })
})

test('series are lined up by time, gaps where one has no sample', () => {
  const rows = mergeSeries([
    { samples: [[20, 2], [10, 1]] },
    { samples: [[10, null], [30, 0]] },
  ])
  expect(rows).toEqual([
    { at: 10, values: [1, null] },
    { at: 20, values: [2, null] },
    { at: 30, values: [null, 0] },
  ])
  expect(mergeSeries([])).toEqual([])
})
