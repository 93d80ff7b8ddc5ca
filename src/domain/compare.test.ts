import { describe, expect, test } from 'vitest'
import type { Comparison } from './compare'
import { compareQuality, compareValues, differenceInterval, wilson } from './compare'
import type { QualityMetric } from './metric'

type Row = [reference: number | null, n: number | null, candidate: number | null, m: number | null]

describe('verdict', () => {
  test.each<[string, Row, Comparison['direction'], Comparison['verdict']]>([
    ['no supports', [0.8, null, 0.9, null], 'better', 'better'],
    ['no supports, worse', [0.9, null, 0.8, null], 'worse', 'worse'],
    ['equal', [0.9, null, 0.9, null], 'same', 'same'],
    ['one support', [0.8, 1000, 0.9, null], 'better', 'better'],
    ['clear', [0.78, 2000, 0.9, 2000], 'better', 'better'],
    ['clear loss', [0.9, 2000, 0.78, 2000], 'worse', 'worse'],
    ['too close for the cases', [0.89, 200, 0.9, 200], 'better', 'not-enough-data'],
    ['too few cases for any verdict', [0.1, 29, 0.9, 5000], 'better', 'not-enough-data'],
    ['equal, but from few cases', [0.9, 100, 0.9, 100], 'same', 'not-enough-data'],
    ['reference missing', [null, 100, 0.9, 100], 'unknown', 'unknown'],
    ['candidate missing', [0.9, null, null, null], 'unknown', 'unknown'],
    ['not ratios', [12.4, 500, 13, 500], 'better', 'better'],
  ])('%s', (_, [reference, n, candidate, m], direction, verdict) => {
    const result = compareValues({ value: reference, support: n }, { value: candidate, support: m }, { higherIsBetter: true })
    expect(result).toMatchObject({ direction, verdict })
  })

  test('lower can be better', () => {
    const result = compareValues({ value: 12.4, support: null }, { value: 12.5, support: null }, { higherIsBetter: false })
    expect(result).toMatchObject({ direction: 'worse', interval: null })
    expect(result.difference).toBeCloseTo(0.1)
  })

  test('within the tolerance is the same, and many cases prove it', () => {
    const options = { higherIsBetter: true, tolerance: 0.01 }
    const compare = (n: number | null) => compareValues({ value: 0.85, support: n }, { value: 0.86, support: n }, options)
    expect(compare(null)).toMatchObject({ direction: 'same', verdict: 'same' })
    expect(compare(1000).verdict).toBe('not-enough-data')
    expect(
      compareValues({ value: 0.85, support: 1e6 }, { value: 0.851, support: 1e6 }, options).verdict,
    ).toBe('same')
  })
})

describe('intervals', () => {
  test('Wilson, as published: 81 of 263', () => {
    const { low, high } = wilson({ value: 81 / 263, support: 263 }) ?? { low: 0, high: 0 }
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
  })

  test.each([
    // Newcombe 1998, table II, method 10: 56/70 - 48/80, 9/10 - 3/10, 10/10 - 0/10.
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('Newcombe, as published: %d/%d - %d/%d', (a, n, b, m, low, high) => {
    const interval = differenceInterval({ value: b / m, support: m }, { value: a / n, support: n })
    expect(interval?.low).toBeCloseTo(low, 4)
    expect(interval?.high).toBeCloseTo(high, 4)
  })

  test.each([
    [1.2, 100],
    [-0.1, 100],
    [0.5, 0],
    [Number.NaN, 10],
  ])('none for %d of %d cases', (value, support) => {
    expect(wilson({ value, support })).toBeNull()
  })
})

describe('recognised metrics', () => {
  const mae: QualityMetric = { metric: 'mae', value: 12.4, rawName: 'test_mae', split: 'test', average: null }

  test('know their direction', () => {
    expect(compareQuality('mae', mae, { ...mae, value: 12.3 })).toMatchObject({ verdict: 'better', caveat: null })
  })

  test('say when they were measured differently', () => {
    const training: QualityMetric = { ...mae, rawName: 'training_mae', split: 'training' }
    expect(compareQuality('mae', mae, training).caveat).toBe('`training_mae` is compared with `test_mae`.')
  })

  test('may be missing', () => {
    expect(compareQuality('mae', undefined, mae)).toMatchObject({ verdict: 'unknown', caveat: null })
  })
})
