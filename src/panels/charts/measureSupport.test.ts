import { expect, it } from 'vitest'
import type { SeriesSet } from '@/domain/series'
import { measureSupport } from './measureSupport'

const set = (values: (number | null)[], version = '12'): SeriesSet => ({
  unit: 'score', from: 0, to: 1, stepMs: 1, query: 'q', notes: [],
  series: [{ subject: { ref: { source: 'm', name: 'f' }, version, labels: { window: '7d' } }, samples: values.map((value, at) => [at, value] as const) }],
})
// 1,000 cases, 200 positive: 150 found, 50 missed, 30 false alarms; then a gap in one of them.
const signals = { samples: set([1000, 1000]), accuracy: set([0.92, 0.92]), precision: set([150 / 180, null]), recall: set([0.75, 0.75]) }
const counts = (support: SeriesSet | undefined) => support?.series[0]?.samples.map(([, n]) => n)

it.each([
  ['accuracy', [1000, 1000]],
  ['recall', [200, null]],
  ['precision', [180, null]],
  ['f1', [190, null]],
] as const)('%s rests on %j cases', (metric, expected) => {
  expect(counts(measureSupport(metric, signals))).toEqual(expected)
})

it('is not known before all of them are, and for a version that one of them lacks', () => {
  expect(measureSupport('recall', { ...signals, accuracy: undefined })).toBeUndefined()
  expect(counts(measureSupport('recall', { ...signals, accuracy: set([0.92, 0.92], '13') }))).toEqual([null, null])
})
