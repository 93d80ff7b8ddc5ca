import { expect, it, test } from 'vitest'
import type { Run, RunDataset } from '@/domain/run'
import { supportOf } from './support'
import { aRunOf } from '@/domain/testData'

const run = (metrics: Readonly<Record<string, number | null>>, datasets?: readonly RunDataset[]) => aRunOf(metrics, datasets && { datasets })

function dataset(context: string | null, rows: number | null): RunDataset {
  return { name: `${context}-set`, digest: null, context, rows }
}

test.each<[string, Run, number | null, string?]>([
  ['mlflow.evaluate', run({ f1_score: 0.9, example_count: 1840 }), 1840, 'example_count'],
  ['a report of scikit-learn', run({ 'weighted avg_f1-score': 0.9, 'weighted avg_support': 420 }), 420, 'weighted avg_support'],
  ['a count of the same split', run({ test_f1: 0.9, test_samples: 400, val_samples: 90 }), 400, 'test_samples'],
  ['a count that says no split', run({ test_f1: 0.9, n_samples: 400 }), 400, 'n_samples'],
  ['a count of another split only', run({ test_f1: 0.9, train_samples: 9000 }), null],
  ['one evaluation data set', run({ test_f1: 0.9 }, [dataset('training', 9000), dataset('eval', 1500)]), 1500, 'eval-set'],
  ['two of them', run({ test_f1: 0.9 }, [dataset('eval', 100), dataset('test', 200)]), null],
  ['a data set without a purpose', run({ test_f1: 0.9 }, [dataset(null, 100)]), null],
  ['a data set without rows', run({ test_f1: 0.9 }, [dataset('eval', null)]), null],
  ['training only', run({ training_f1_score: 0.9, example_count: 500 }), null],
  ['a count that is none', run({ test_f1: 0.9, test_samples: null }), null],
  ['batch sizes are no counts', run({ test_f1: 0.9, batch_size_per_gpu: 64, support_vectors: 12 }), null],
])('%s', (_, of, n, from) => {
  expect(supportOf(of)).toEqual(n === null ? null : { n, from })
})

it('a fraction counts nothing', () => {
  expect(supportOf(run({ test_f1: 0.9, test_size: 0.2 }))).toBeNull()
})
