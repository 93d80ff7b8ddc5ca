import { describe, expect, it, test } from 'vitest'
import type { QualityMetrics } from '@/domain/metric'
import { metricSupport } from './metricSupport'
import { recognise } from './recognise'

function measures(logged: Readonly<Record<string, number>>): QualityMetrics {
  return recognise(Object.entries(logged).map(([key, value]) => ({ key, value, step: 0, at: 0 })))
}

// 1,000 cases, 200 positive: 150 found, 50 missed, 30 false alarms.
const binary = measures({ test_accuracy: 0.92, test_precision: 150 / 180, test_recall: 0.75, test_f1: 300 / 380, test_roc_auc: 0.9 })

describe('of two classes', () => {
  test.each([
    ['accuracy', 1000],
    ['recall', 200],
    ['precision', 180],
    ['f1', 190],
    ['roc_auc', null],
    ['mae', null],
  ] as const)('%s rests on %s cases', (metric, n) => expect(metricSupport(metric, binary, 1000)).toBe(n))
})

test.each<[string, QualityMetrics, number | null]>([
  ['weighted: every case counts once', measures({ 'weighted avg_recall': 0.8, accuracy: 0.8 }), 1000],
  ['macro: the sizes of the classes are not known', measures({ 'macro avg_recall': 0.8, accuracy: 0.8 }), null],
  ['without accuracy', measures({ test_recall: 0.8, test_precision: 0.8 }), null],
  ['without a miss', measures({ test_accuracy: 1, test_recall: 1, test_precision: 1 }), null],
  ['figures that do not belong together', measures({ test_accuracy: 0.1, test_recall: 0.9, test_precision: 0.9 }), null],
])('recall, %s', (_, quality, n) => expect(metricSupport('recall', quality, 1000)).toBe(n))

it('nothing is known of an unknown test set', () => {
  expect(metricSupport('accuracy', binary, null)).toBeNull()
})
