import { describe, expect, it } from 'vitest'
import type { KnownMetric, QualityMetric, QualityMetrics } from '@/domain/metric'
import type { SeriesSet } from '@/domain/series'
import { defaultCurve } from './curveChoice'
import { driftRows } from './driftRows'
import { measuresOf } from './measures'
import { loggedNote, type VersionScore } from './versionScores'
import { aRun } from '@/domain/testData'

const metric = (name: KnownMetric, more: Partial<QualityMetric> = {}): QualityMetric => ({
  metric: name, value: 0.9, rawName: `test_${name}`, split: 'test', average: null, ...more,
})
const logged = (...names: KnownMetric[]): QualityMetrics => Object.fromEntries(names.map((name) => [name, metric(name)]))
const four: KnownMetric[] = ['accuracy', 'precision', 'recall', 'f1']

describe('measuresOf', () => {
  it.each([
    ['a classifier has its four, whatever was logged', 'classification', [logged('f1', 'roc_auc')], four, ['roc_auc']],
    ['a regression has its own, and no F1', 'regression', [logged('mae', 'r2', 'mse')], ['mae', 'r2', 'mse'], []],
    ['five are too many side by side', 'regression', [logged('rmse', 'mae', 'r2', 'mape', 'mse')], ['rmse', 'mae', 'r2', 'mape'], ['mse']],
    ['without a tag the measures tell', null, [logged('rmse')], ['rmse'], []],
    ['another tag leaves it to the measures', 'ranking', [logged('precision')], four, []],
    ['nothing was logged', null, [{}], [], []],
    ['while it loads, the likely ones hold the place', null, undefined, four, []],
    ['while it loads, the likely ones of a regression', 'regression', undefined, ['rmse', 'mae', 'r2', 'mape'], []],
  ])('%s', (_, tag, all, main, others) => {
    const measures = measuresOf(tag, all)
    expect([measures.main, measures.others]).toEqual([main, others])
  })
})

const score = (version: string, quality: QualityMetric | undefined): VersionScore => ({ version, value: quality?.value ?? null, quality, absent: null })

describe('loggedNote', () => {
  it.each([
    ['nothing', [score('1', undefined)], null],
    ['one way', [score('1', metric('f1')), score('2', metric('f1'))], 'Logged as test_f1 · test data.'],
    [
      'two ways',
      [score('1', metric('f1', { rawName: 'val_f1', split: 'val' })), score('2', metric('f1')), score('3', metric('f1'))],
      'Not all measured alike: most as test_f1 · test data; v1 as val_f1 · validation data.',
    ],
  ])('says how it was measured: %s', (_, scores, note) => {
    expect(loggedNote(scores)).toBe(note)
  })
})

const run = (...metrics: [key: string, step: number | null][]) =>
  aRun({ quality: logged('f1'), metrics: metrics.map(([key, step]) => ({ key, step, value: 1, at: null })) })

describe('defaultCurve', () => {
  it.each([
    ['a stepped one of held-out data', run(['test_f1', 0], ['train_loss', 40], ['val_loss', 40]), 'val_loss'],
    ['any stepped one', run(['test_f1', 0], ['loss', 40]), 'loss'],
    ['else the model’s measure', run(['accuracy', 0], ['test_f1', 0]), 'test_f1'],
  ])('is %s', (_, of, key) => {
    expect(defaultCurve(of, 'classification')).toBe(key)
  })
})

const series = (version: string | null, feature: string, stat: string, values: (number | null)[]): SeriesSet['series'][number] => ({
  subject: { ref: { source: 'm', name: 'f' }, version, labels: { feature, stat } },
  samples: values.map((value, at) => [at, value] as const),
})
const set = (...all: SeriesSet['series']): SeriesSet => ({ unit: 'index', from: 0, to: 1, stepMs: 1, query: '', notes: [], series: all })

describe('driftRows', () => {
  it('are those of the version, worst first, judged by the limits of PSI', () => {
    const rows = driftRows(
      set(series('12', 'a', 'psi', [0.1, 0.1]), series('12', 'b', 'psi', [0.1, 0.25]), series('12', 'c', 'ks', [0.9, 0.9]), series('13', 'd', 'psi', [1, 1])),
      '12',
      { warn: 0.2, critical: null },
    )
    expect(rows.map(({ feature, verdict }) => [feature, verdict])).toEqual([['c', 'unknown'], ['b', 'at-risk'], ['a', 'stable']])
  })

  it('are those of the model where versions are not told apart, with the last value that there is', () => {
    const [row] = driftRows(set(series(null, 'a', 'psi', [0.3, null])), '12', { warn: 0.2, critical: 0.25 })
    expect(row).toMatchObject({ now: 0.3, verdict: 'failing' })
  })
})
