import { describe, expect, it } from 'vitest'
import type { ConfusionMatrix, PrecisionRecallCurve, RocCurve } from './evaluation'
import { calibrationError, classMeasures, spread } from './statistics'
import { areaUnder, atThreshold, averagePrecision, bestThreshold, pointAt, thresholdSpan } from './threshold'

/** scikit-learn's own example: y = [0, 0, 1, 1], scores = [0.1, 0.4, 0.35, 0.8]. */
const roc: RocCurve = {
  origin: 'roc_curve.json',
  positive: null,
  points: [
    { threshold: null, falsePositiveRate: 0, truePositiveRate: 0 },
    { threshold: 0.8, falsePositiveRate: 0, truePositiveRate: 0.5 },
    { threshold: 0.4, falsePositiveRate: 0.5, truePositiveRate: 0.5 },
    { threshold: 0.35, falsePositiveRate: 0.5, truePositiveRate: 1 },
    { threshold: 0.1, falsePositiveRate: 1, truePositiveRate: 1 },
  ],
}
const precisionRecall: PrecisionRecallCurve = {
  origin: 'pr_curve.json',
  positive: null,
  points: [
    { threshold: null, precision: 1, recall: 0 },
    { threshold: 0.8, precision: 1, recall: 0.5 },
    { threshold: 0.4, precision: 0.5, recall: 0.5 },
    { threshold: 0.35, precision: 2 / 3, recall: 1 },
    { threshold: 0.1, precision: 0.5, recall: 1 },
  ],
}
const confusion: ConfusionMatrix = { origin: 'confusion_matrix.json', labels: ['no', 'yes'], counts: [[1, 1], [0, 2]] }
const curves = { roc, precisionRecall, confusion }

describe('a threshold', () => {
  it.each([
    [0.1, 0.5, 1],
    [0.2, 2 / 3, 1],
    [0.35, 2 / 3, 1],
    [0.36, 0.5, 0.5],
    [0.7, 1, 0.5],
    [0.8, 1, 0.5],
    [0.95, 1, 0.5],
  ])('of %d has the precision and recall of what scores at least that much', (threshold, precision, recall) => {
    const at = atThreshold(curves, threshold)
    expect(at.precision).toBeCloseTo(precision)
    expect(at.recall).toBeCloseTo(recall)
    expect(at.f1).toBeCloseTo((2 * precision * recall) / (precision + recall))
  })

  it('gives the counts of two classes, and the precision where only a ROC curve was kept', () => {
    const at = atThreshold({ ...curves, precisionRecall: null }, 0.35)
    expect(at.counts).toEqual({ truePositives: 2, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 })
    expect(at.precision).toBeCloseTo(2 / 3)
  })

  it('counts the class that the curve calls positive', () => {
    const turned = { ...confusion, labels: ['yes', 'no'] }
    expect(atThreshold({ roc: { ...roc, positive: 'yes' }, precisionRecall: null, confusion: turned }, 0.8).counts).toMatchObject({ truePositives: 1 })
  })

  it('says nothing of what is not known', () => {
    expect(atThreshold({ roc, precisionRecall: null, confusion: null }, 0.35)).toMatchObject({ precision: null, f1: null, recall: 1, counts: null })
    expect(atThreshold({ roc: null, precisionRecall: null, confusion }, 0.35)).toMatchObject({ recall: null, counts: null })
  })

  it('is best where F1 is largest', () => {
    expect(bestThreshold(curves)).toBe(0.35)
    expect(bestThreshold({ ...curves, precisionRecall: null })).toBe(0.35)
    expect(bestThreshold({ roc, precisionRecall: null, confusion: null })).toBeNull()
  })

  it('has a span only where thresholds were kept', () => {
    expect(thresholdSpan(curves)).toEqual({ min: 0.1, max: 0.8 })
    const without = { ...roc, points: roc.points.map((point) => ({ ...point, threshold: null })) }
    expect(thresholdSpan({ roc: without, precisionRecall: null, confusion })).toBeNull()
    expect(pointAt(without.points, 0.5)).toBeNull()
  })
})

it('areas are those of scikit-learn', () => {
  expect(areaUnder(roc)).toBeCloseTo(0.75)
  expect(averagePrecision(precisionRecall)).toBeCloseTo(0.8333, 3)
})

describe('statistics', () => {
  it.each([
    [[0.8, 0.9, 1], { mean: expect.closeTo(0.9), deviation: expect.closeTo(0.1, 3), n: 3 }],
    [[0.8, null, 0.9], { mean: expect.closeTo(0.85), deviation: expect.closeTo(0.0707, 3), n: 2 }],
    [[0.8], { mean: 0.8, deviation: null, n: 1 }],
    [[null], null],
  ])('of %j', (values, expected) => expect(spread(values)).toEqual(expected))

  it('weigh the distance from the diagonal by cases', () => {
    const bins = [{ predicted: 0.2, observed: 0.1, count: 30 }, { predicted: 0.8, observed: 0.9, count: 10 }]
    expect(calibrationError({ origin: 'x', bins })).toBeCloseTo(0.1)
    expect(calibrationError({ origin: 'x', bins: [{ predicted: 0.2, observed: 0.1, count: null }] })).toBeNull()
  })

  it('score a class against all others', () => {
    expect(classMeasures(confusion, 1)).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8, n: 2 })
    expect(classMeasures({ ...confusion, counts: [[0, 0], [0, 0]] }, 0)).toEqual({ precision: null, recall: null, f1: null, n: 0 })
  })
})
