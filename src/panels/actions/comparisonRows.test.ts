import { expect, it } from 'vitest'
import type { Run } from '@/domain/run'
import { comparisonRows } from './comparisonRows'
import { aRunOf } from '@/domain/testData'

const run = aRunOf

const names = (rows: ReturnType<typeof comparisonRows>) => rows.map(({ metric }) => metric)

it('has the four measures of a classifier even where one was not logged, then the others', () => {
  const rows = comparisonRows(run({ test_f1: 0.87, test_roc_auc: 0.9 }), run({ test_f1: 0.92, test_recall: 0.9 }), 'classification')
  expect(names(rows)).toEqual(['f1', 'accuracy', 'precision', 'recall', 'roc_auc'])
  expect(rows[1]).toMatchObject({ reference: undefined, candidate: undefined, comparison: { difference: null } })
})

it('has a regression’s own measures and no F1', () => {
  expect(names(comparisonRows(run({ mae: 12, rmse: 20 }), run({ mae: 11 }), null))).toEqual(['rmse', 'mae'])
})

function accuracy(before: Run, after: Run) {
  return comparisonRows(before, after, null).find(({ metric }) => metric === 'accuracy')?.comparison
}

it('gives the interval where both supports are known, and none where one is not', () => {
  const known = accuracy(run({ test_accuracy: 0.87, test_samples: 2000 }), run({ test_accuracy: 0.92, test_samples: 2000 }))
  expect(known?.verdict).toBe('better')
  expect(known?.interval?.low).toBeGreaterThan(0.02)
  expect(accuracy(run({ test_accuracy: 0.87 }), run({ test_accuracy: 0.92, test_samples: 2000 }))?.interval).toBeNull()
})

it('has no interval for what is no share of cases', () => {
  const [r2] = comparisonRows(run({ r2: 0.87, n_samples: 2000 }), run({ r2: 0.92, n_samples: 2000 }), null)
  expect(r2?.comparison).toMatchObject({ metric: 'r2', interval: null, direction: 'better' })
})

it('without a champion shows the candidate alone', () => {
  expect(comparisonRows(null, run({ test_f1: 0.92 }), null)[0]).toMatchObject({ metric: 'f1', reference: undefined, candidate: { value: 0.92 } })
})
