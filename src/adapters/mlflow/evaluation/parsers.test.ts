import { describe, expect, it } from 'vitest'
import { areaUnder, averagePrecision } from '@/domain/evaluation/threshold'
import { readCsv } from './csv'
import { confusionOfMetrics, readConfusion } from './confusion'
import { readCalibration, readPrecisionRecall, readRoc } from './curves'
import { foldsOfMetrics, readFoldTable, readSearchResults } from './folds'
import { isOnTraining, kindOf, pictureTitle, slicedBy, splitOf } from './kinds'
import recorded from './recorded/evaluation.json'
import { readReport, readSlices } from './slices'
import { columnsOf, readContent } from './table'

const byHand = (path: keyof (typeof recorded)['byHand']['texts']) => readContent(path, recorded.byHand.texts[path])
const logged = (metrics: Readonly<Record<string, number>>) => Object.entries(metrics).map(([key, value]) => ({ key, value, step: 0, at: null }))

describe('csv', () => {
  it.each<[string, string[][]]>([
    ['a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
    ['\uFEFFa,b\r\n"1,5","say ""no"""\r\n', [['a', 'b'], ['1,5', 'say "no"']]],
    ['a\n\n"x\ny"', [['a'], ['x\ny']]],
    ['', []],
  ])('%j', (text, rows) => expect(readCsv(text)).toEqual(rows))
})

describe('tables', () => {
  const expected = new Map<string, unknown[]>([['a', [1, 2]], ['b', ['x', 'y']]])
  it.each([
    ['log_table', { columns: ['a', 'b'], data: [[1, 'x'], [2, 'y']] }],
    ['records', [{ a: 1, b: 'x' }, { a: 2, b: 'y' }]],
    ['lists by name', { a: [1, 2], b: ['x', 'y'] }],
    ['values by name and row', { a: { 0: 1, 1: 2 }, b: { 0: 'x', 1: 'y' } }],
  ])('as %s', (_, content) => expect(columnsOf(content)).toEqual(expected))

  it.each([[null], ['text'], [3], [[]], [[1, 2]], [{}], [{ a: 1 }]])('%j is none', (content) => expect(columnsOf(content)).toBeNull())
})

describe('confusion matrices', () => {
  const counts = [[5, 1], [2, 4]]
  it.each<[string, unknown, string[], number[][]]>([
    ['rows alone', counts, ['0', '1'], counts],
    ['with labels', { labels: ['no', 'yes'], matrix: counts }, ['no', 'yes'], counts],
    ['other words', { class_names: ['no', 'yes'], 'Confusion Matrix': counts }, ['no', 'yes'], counts],
    ['rows predicted', { labels: ['no', 'yes'], matrix: [[5, 2], [1, 4]], rows: 'predicted' }, ['no', 'yes'], counts],
    ['four counts', { tn: 5, fp: 1, fn: 2, tp: 4 }, ['negative', 'positive'], counts],
    ['a table', { columns: ['no', 'yes'], data: counts }, ['no', 'yes'], counts],
    ['a data frame as CSV', readContent('x.csv', ',no,yes\nno,5,1\nyes,2,4\n'), ['no', 'yes'], counts],
    ['as logged by hand', byHand('confusion_matrix.json'), ['legitimate', 'fraud'], [[20, 17], [3, 20]]],
  ])('%s', (_, content, labels, matrix) => {
    expect(readConfusion('x', content)).toEqual({ origin: 'x', labels, counts: matrix })
  })

  it.each([
    ['shares', [[0.9, 0.1], [0.2, 0.8]]],
    ['not square', [[1, 2]]],
    ['ragged', [[1, 2], [3]]],
    ['negative', [[-1, 2], [3, 4]]],
    ['not numbers', [['a', 'b'], ['c', 'd']]],
    ['nothing', null],
    ['something else', { accuracy: 0.9 }],
  ])('refuses %s', (_, content) => expect(readConfusion('x', content)).toBeNull())

  it('come from the metrics of mlflow.models.evaluate', () => {
    const { metrics } = recorded.evaluateTwo
    const found = confusionOfMetrics(logged(metrics))
    expect(found?.counts).toEqual([[metrics.true_negatives, metrics.false_positives], [metrics.false_negatives, metrics.true_positives]])
    expect(confusionOfMetrics(logged({ test_true_negatives: 5, test_false_positives: 1, test_false_negatives: 2, test_true_positives: 4 }))?.counts).toEqual(counts)
    expect(confusionOfMetrics(logged(recorded.autolog.metrics))).toBeNull()
  })
})

describe('curves', () => {
  it('of scikit-learn keep their thresholds and areas', () => {
    const [roc] = readRoc('x', byHand('roc_curve.json'))
    const [pr] = readPrecisionRecall('x', byHand('pr_curve.json'))
    expect(roc?.points[0]).toEqual({ threshold: null, falsePositiveRate: 0, truePositiveRate: 0 })
    expect(roc && areaUnder(roc)).toBeCloseTo(recorded.byHand.metrics.roc_auc)
    expect(pr?.points[0]).toEqual({ threshold: null, recall: 0, precision: 1 })
    expect(pr?.points.at(-1)).toMatchObject({ recall: 1 })
    expect(pr && averagePrecision(pr)).toBeCloseTo(recorded.byHand.metrics.average_precision)
  })

  it.each<[string, unknown, (string | null)[]]>([
    ['by class', { cat: { fpr: [0, 1], tpr: [0, 1] }, dog: { fpr: [0, 1], tpr: [0, 1] } }, ['cat', 'dog']],
    ['a table with classes', { columns: ['class', 'fpr', 'tpr'], data: [['a', 0, 0], ['b', 0, 0], ['a', 1, 1], ['b', 1, 1]] }, ['a', 'b']],
    ['the positive class said', { fpr: [0, 1], tpr: [0, 1], positive: 'fraud' }, ['fraud']],
    ['CSV', readContent('x.csv', 'fpr,tpr,threshold\n0,0,inf\n1,1,0.1'), [null]],
  ])('%s', (_, content, classes) => expect(readRoc('x', content).map(({ positive }) => positive)).toEqual(classes))

  it.each([[null], [{ fpr: [0] , tpr: [0] }], [{ fpr: [0, 2], tpr: [0, 7] }], [{ fpr: 'x' }], [[1, 2]]])('%j is none', (content) => {
    expect(readRoc('x', content)).toEqual([])
    expect(readPrecisionRecall('x', content)).toEqual([])
    expect(readCalibration('x', content)).toBeNull()
  })

  it('calibration is sorted, and knows its counts only where they were kept', () => {
    const found = readCalibration('x', byHand('calibration.json'))
    expect(found?.bins).toHaveLength(5)
    expect(found?.bins[0]).toMatchObject({ predicted: expect.closeTo(0.121, 3), observed: 0, count: null })
    expect(readCalibration('x', { prob_pred: [0.9, 0.1], prob_true: [0.8, 0.2], count: [5, 7] })?.bins).toEqual([
      { predicted: 0.1, observed: 0.2, count: 7 },
      { predicted: 0.9, observed: 0.8, count: 5 },
    ])
  })
})

describe('slices', () => {
  it.each([['metrics_by_region.json'], ['slices.json']] as const)('of %s', (path) => {
    expect(readSlices('x', byHand(path), slicedBy(path))).toEqual({
      origin: 'x', by: 'region', measures: ['f1'], rows: [{ name: 'north', n: 31, values: [0.81] }, { name: 'south', n: 29, values: [0.77] }],
    })
  })

  it('of classes, as mlflow.models.evaluate writes them: the size of the class, not of the test', () => {
    const found = readSlices('x', readContent('per_class_metrics.csv', recorded.evaluateThree.texts['per_class_metrics.csv']), 'class')
    expect(found?.by).toBe('positive class')
    expect(found?.measures).toEqual(['accuracy_score', 'recall_score', 'precision_score', 'f1_score', 'roc_auc', 'precision_recall_auc'])
    expect(found?.rows[0]).toMatchObject({ name: '0', n: 21 })
  })

  it('of scikit-learn’s report leave its averages out', () => {
    const found = readReport('x', byHand('classification_report.json'))
    expect(found?.rows.map(({ name, n }) => [name, n])).toEqual([['legitimate', 37], ['fraud', 23]])
    expect(readReport('x', { accuracy: 0.9 })).toBeNull()
  })

  it('need a column of names and one of numbers', () => {
    expect(readSlices('x', { columns: ['region'], data: [['a']] }, null)).toBeNull()
    expect(readSlices('x', { columns: ['f1'], data: [[0.3]] }, null)).toBeNull()
  })
})

describe('folds', () => {
  it.each<[string, Record<string, number>, string, (number | null)[]]>([
    ['fold_0_f1', { fold_0_f1: 0.8, fold_1_f1: 0.9 }, 'f1', [0.8, 0.9]],
    ['f1_fold_1', { f1_fold_1: 0.8, f1_fold_2: 0.9 }, 'f1', [0.8, 0.9]],
    ['cv_f1_0', { cv_f1_0: 0.8, cv_f1_1: 0.9 }, 'f1', [0.8, 0.9]],
    ['cv/0/test_f1', { 'cv/0/test_f1': 0.8, 'cv/1/test_f1': 0.9 }, 'test_f1', [0.8, 0.9]],
    ['ten folds in order', Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`fold${i}_f1`, i / 10])), 'f1', Array.from({ length: 11 }, (_, i) => i / 10)],
    ['as logged by hand', recorded.byHand.metrics, 'f1', [0.81, 0.79, 0.84]],
  ])('%s', (_, metrics, name, values) => expect(foldsOfMetrics(logged(metrics))?.measures).toEqual([{ name, values }]))

  it.each([[{ top_5_recall: 1 }], [{ fold_0_f1: 0.8 }], [{ f1_at_10: 0.3, f1_at_20: 0.4 }], [recorded.evaluateTwo.metrics]])('%j has none', (metrics) => {
    expect(foldsOfMetrics(logged(metrics))).toBeNull()
  })

  it('are those of the best candidate of a search', () => {
    const text = recorded.gridSearch.texts['cv_results.csv']
    const found = readSearchResults('cv_results.csv', readContent('cv_results.csv', text))
    const best = text.split('\n').find((line) => line.endsWith(',1'))?.split(',').slice(-6, -3).map(Number)
    expect(found).toEqual({ origin: 'cv_results.csv', measures: [{ name: 'score', values: best }] })
  })

  it('are rows of a table', () => {
    expect(readFoldTable('x', { columns: ['fold', 'f1'], data: [[0, 0.8], [1, 0.9]] })?.measures).toEqual([{ name: 'f1', values: [0.8, 0.9] }])
    expect(readFoldTable('x', { columns: ['f1'], data: [[0.8], [0.9]] })).toBeNull()
  })
})

describe('names', () => {
  it.each([
    ['confusion_matrix.json', 'confusion'],
    ['evaluation/val_confusion-matrix.csv', 'confusion'],
    ['roc_curve.json', 'roc'],
    ['test_roc.json', 'roc'],
    ['precision_recall_curve.json', 'precision-recall'],
    ['pr_curve.csv', 'precision-recall'],
    ['calibration_curve.json', 'calibration'],
    ['per_class_metrics.csv', 'slices'],
    ['metrics_by_region.json', 'slices'],
    ['classification_report.json', 'report'],
    ['cv_results.csv', 'search'],
    ['folds.json', 'folds'],
    ['metric_info.json', null],
    ['metrics.json', null],
    ['input_example.json', null],
  ])('%s is %s', (path, kind) => expect(kindOf(path)).toBe(kind))

  it('put held-out data before training data', () => {
    const paths = ['training_roc_curve.json', 'roc_curve.json', 'val_roc_curve.json', 'test/roc_curve.json']
    expect(paths.toSorted((a, b) => splitOf(a) - splitOf(b))).toEqual(paths.toReversed())
    expect(isOnTraining('training_confusion_matrix.png')).toBe(true)
  })

  it.each([
    ['training_confusion_matrix.png', 'Confusion matrix'],
    ['roc_curve_plot.png', 'ROC curve'],
    ['plots/shap_summary_plot.svg', 'SHAP summary'],
    ['plot.png', 'Plot'],
  ])('%s is called %s', (path, title) => expect(pictureTitle(path)).toBe(title))
})
