import { describe, expect, test } from 'vitest'
import type { KnownMetric, LoggedMetric, MetricAverage, MetricSplit } from '@/domain/metric'
import { recognise } from './recognise'
import { printMetricRule } from './rule'

const log = (...entries: (string | [string, number | null])[]): LoggedMetric[] =>
  entries.map((entry) => {
    const [key, value] = typeof entry === 'string' ? [entry, 0.5] : entry
    return { key, value, step: null, at: null }
  })

describe('names that people log', () => {
  test.each<[string, KnownMetric, MetricSplit, MetricAverage | null]>([
    ['accuracy', 'accuracy', 'bare', null],
    ['acc', 'accuracy', 'bare', null],
    ['val_accuracy', 'accuracy', 'val', null],
    ['eval/accuracy_score', 'accuracy', 'eval', null],
    ['training_accuracy_score', 'accuracy', 'training', null],
    ['accuracy_score_X_test', 'accuracy', 'test', null],
    ['binary_accuracy', 'accuracy', 'bare', null],
    ['val_acc_epoch', 'accuracy', 'val', null],
    ['Test Accuracy', 'accuracy', 'test', null],
    ['test/f1', 'f1', 'test', null],
    ['f1_score', 'f1', 'bare', null],
    ['f1-score', 'f1', 'bare', null],
    ['F1Score', 'f1', 'bare', null],
    ['eval_f1', 'f1', 'eval', null],
    ['valF1', 'f1', 'val', null],
    ['weighted avg_f1-score', 'f1', 'bare', 'weighted'],
    ['macro avg.f1-score', 'f1', 'bare', 'macro'],
    ['test_f1_macro', 'f1', 'test', 'macro'],
    ['f1_binary', 'f1', 'bare', 'binary'],
    ['micro/f1', 'f1', 'bare', 'micro'],
    ['training_f1_score', 'f1', 'training', null],
    ['recall_score', 'recall', 'bare', null],
    ['holdout_recall', 'recall', 'test', null],
    ['precision_score', 'precision', 'bare', null],
    ['validation.precision', 'precision', 'val', null],
    ['roc_auc', 'roc_auc', 'bare', null],
    ['valid_0-auc', 'roc_auc', 'val', null],
    ['areaUnderROC', 'roc_auc', 'bare', null],
    ['validation_0-logloss', 'log_loss', 'val', null],
    ['valid_0-binary_logloss', 'log_loss', 'val', null],
    ['root_mean_squared_error', 'rmse', 'bare', null],
    ['train-rmse', 'rmse', 'training', null],
    ['val_mae', 'mae', 'val', null],
    ['mean_absolute_percentage_error', 'mape', 'bare', null],
    ['r2_score', 'r2', 'bare', null],
    ['training_mean_squared_error', 'mse', 'training', null],
  ])('%s is %s of %s, average %s', (key, metric, split, average) => {
    expect(recognise(log(key))).toEqual({ [metric]: { metric, split, average, value: 0.5, rawName: key } })
  })

  test.each([
    'example_count',
    'val_loss',
    'loss',
    'score',
    '1_f1-score',
    'fraud_recall',
    'precision_at_10',
    'precision_recall_auc',
    'balanced_accuracy',
    'top_5_accuracy',
    'neg_log_loss',
    'f1_threshold',
    'test',
    '',
    '精度',
  ])('%j is none of them', (key) => {
    expect(recognise(log(key))).toEqual({})
  })
})

describe('one value per measure', () => {
  test.each<[string, Parameters<typeof log>, string]>([
    ['test before eval', ['eval_f1', 'test_f1'], 'test_f1'],
    ['eval before val', ['val_f1', 'eval_f1'], 'eval_f1'],
    ['val before bare', ['f1', 'val_f1'], 'val_f1'],
    ['bare before training', ['training_f1_score', 'f1_score'], 'f1_score'],
    ['training when alone', ['training_f1_score'], 'training_f1_score'],
    ['training outweighs a second split word', ['train_test_f1', 'f1'], 'f1'],
    ['a number before NaN of the same split', [['test_f1', null], 'test_f1_macro'], 'test_f1_macro'],
    ['not a number of another split', [['test_f1', null], 'val_f1'], 'test_f1'],
    ['no average before one', ['f1_macro', 'f1_score'], 'f1_score'],
    ['binary before macro', ['f1_macro', 'f1_binary'], 'f1_binary'],
    ['macro before weighted', ['f1_weighted', 'f1_macro'], 'f1_macro'],
    ['weighted before micro', ['f1_micro', 'f1_weighted'], 'f1_weighted'],
    ['the shorter name', ['test_f1_score', 'test_f1'], 'test_f1'],
    ['then the alphabet', ['test_f1', 'test/f1', 'test-f1'], 'test-f1'],
  ])('%s', (_, entries, chosen) => {
    expect(recognise(log(...entries)).f1?.rawName).toBe(chosen)
    expect(recognise(log(...entries.toReversed())).f1?.rawName).toBe(chosen)
  })
})

describe('configured names', () => {
  test('one that equals the logged name wins over every other, in its order', () => {
    const extra = { f1: ['nightly/f', 'our_f'] }
    expect(recognise(log('test_f1', 'our_f'), extra).f1?.rawName).toBe('our_f')
    expect(recognise(log('test_f1', 'our_f', 'nightly/f'), extra).f1?.rawName).toBe('nightly/f')
  })

  test('one that equals the rest is a synonym', () => {
    expect(recognise(log('test_our_f_macro'), { f1: ['our_f'] }).f1).toMatchObject({ split: 'test', average: 'macro' })
  })

  test('it can take a name away from another measure', () => {
    expect(recognise(log('acc'), { recall: ['acc'] })).toMatchObject({ recall: { rawName: 'acc' } })
    expect(recognise(log('acc'), { recall: ['acc'] }).accuracy).toBeUndefined()
  })

  test('one that is only a split matches nothing else', () => {
    expect(recognise(log('val', 'test_avg'), { f1: ['test'] })).toEqual({})
  })
})

test('docs/metrics.md prints the rule', async () => {
  await expect(printMetricRule()).toMatchFileSnapshot('../../../docs/metrics.md')
})
