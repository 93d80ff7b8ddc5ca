import { expect, it } from 'vitest'
import { catalog } from '@/demo/world/catalog/catalog'
import { evaluationFiles } from './evaluationFiles'
import { versionQuality } from './quality'
import { scoreModel } from './scoreModel'

const spec = catalog.find(({ name }) => name === 'claim-fraud')

it('scores agree with the confusion matrix at 0.5', () => {
  if (!spec) throw new Error('claim-fraud is gone')
  const quality = versionQuality('s', spec, 12)
  if (quality.kind !== 'classifier') throw new Error('not a classifier')
  const scores = scoreModel(quality.confusion)
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = quality.confusion
  expect(scores.truePositiveRate(0.5)).toBeCloseTo(truePositives / (truePositives + falseNegatives), 4)
  expect(scores.falsePositiveRate(0.5)).toBeCloseTo(falsePositives / (falsePositives + trueNegatives), 4)
})

it('early versions kept nothing of it', () => {
  if (!spec) throw new Error('claim-fraud is gone')
  expect(evaluationFiles('s', spec, 2, versionQuality('s', spec, 2)).size).toBe(0)
  expect([...evaluationFiles('s', spec, 12, versionQuality('s', spec, 12)).keys()].toSorted()).toEqual([
    'evaluation/calibration.json', 'evaluation/folds.json', 'evaluation/metrics_by_region.json',
    'evaluation/pr_curve.json', 'evaluation/roc_curve.json', 'plots/feature_importance.svg',
  ])
})
