import { describe, expect, test } from 'vitest'
import type { KnownMetric } from '@/domain/metric'
import { higherIsBetter, knownMetrics, metricLabel, metricTable, metricWords } from './metricTable'
import { metricsOf, primaryMetric, taskOf } from './primaryMetric'
import { recognise } from './recognise'

const quality = (values: Record<string, number | null>) =>
  recognise(Object.entries(values).map(([key, value]) => ({ key, value, step: null, at: null })))

test.each<[string, string | null, Record<string, number>, string | null]>([
  ['the tag wins', 'Regression ', { f1: 1 }, 'regression'],
  ['another word stays', 'ranking', { f1: 1 }, 'ranking'],
  ['classification by its measures', null, { val_auc: 1 }, 'classification'],
  ['regression by its measures', null, { mae: 1 }, 'regression'],
  ['both', null, { mae: 1, f1: 1 }, 'classification'],
  ['nothing known', '', { loss: 1 }, null],
])('task: %s', (_, tag, values, task) => {
  expect(taskOf(tag, quality(values))).toBe(task)
})

describe('primary measure', () => {
  test.each<[string, string | null, Record<string, number | null>, string | null]>([
    ['classification: F1', 'classification', { accuracy: 1, f1: 0.9 }, 'f1'],
    ['classification without F1', 'classification', { accuracy: 1, recall: 1 }, 'accuracy'],
    ['regression: RMSE, never an empty F1', 'regression', { f1: 1, mae: 3, rmse: 4 }, 'rmse'],
    ['regression without RMSE', 'regression', { r2: 0.4, mae: 3 }, 'mae'],
    ['unknown task: any', null, { r2: 0.4 }, 'r2'],
    ['foreign task: any', 'ranking', { auc: 0.4 }, 'roc_auc'],
    ['held out before training', 'classification', { training_f1_score: 1, test_accuracy: 0.8 }, 'accuracy'],
    ['training when alone', 'classification', { training_f1_score: 1 }, 'f1'],
    ['a number before NaN', 'classification', { f1: null, accuracy: 0.8 }, 'accuracy'],
    ['NaN when alone', 'classification', { f1: null }, 'f1'],
    ['none of the task', 'regression', { f1: 0.9 }, null],
    ['none at all', null, {}, null],
  ])('%s', (_, task, values, metric) => {
    expect(primaryMetric(quality(values), task)?.metric ?? null).toBe(metric)
  })
})

test('the order of a task holds its own measures only', () => {
  expect(metricsOf('regression')).toEqual(['rmse', 'mae', 'r2', 'mape', 'mse'])
  expect(metricsOf(null)).toEqual(knownMetrics)
})

test.each<[KnownMetric, string, boolean]>([
  ['f1', 'F1', true],
  ['mae', 'MAE', false],
  ['r2', 'R²', true],
  ['log_loss', 'Log loss', false],
])('%s is written %s', (metric, label, higher) => {
  expect(metricLabel(metric)).toBe(label)
  expect(higherIsBetter(metric)).toBe(higher)
})

test('the order names every measure, and no name stands for two', () => {
  expect(new Set(knownMetrics)).toEqual(new Set(Object.keys(metricTable)))
  const names = knownMetrics.flatMap((metric) => metricTable[metric].names)
  expect(new Set(names).size).toBe(names.length)
})

test.each<[KnownMetric, number, string]>([
  ['f1', 0.9, '0.900'],
  ['r2', -0.12345, '-0.123'],
  ['mae', 12.44, '12.4'],
  ['mse', 123456, '123,000'],
])('%s of %d is written %s', (metric, value, words) => {
  expect(metricWords(metric, value)).toBe(words)
})
