import { describe, expect, it } from 'vitest'
import type { SeriesSet } from '@/domain/series'
import { errorClasses } from './errorClasses'
import { seriesOf } from './versionOf'

const ref = { source: 'mlflow', name: 'fraud' }
const set = (lines: readonly (readonly [version: string | null, code: string, value: number | null])[]): SeriesSet => ({
  unit: 'per_second', from: 0, to: 1, stepMs: 1, query: 'q', notes: [],
  series: lines.map(([version, code, value]) => ({ subject: { ref, version, labels: { code } }, samples: [[0, value]] })),
})
const shown = ({ series }: SeriesSet) => series.map(({ subject, samples }) => [...Object.values(subject.labels), samples[0]?.[1]])

describe('errorClasses', () => {
  it('are the most frequent first, without those that did not occur', () => {
    expect(shown(errorClasses(set([['1', '422', 1], ['1', '500', 3], ['1', '503', 0], ['1', '504', null]])))).toEqual([['500', 3], ['422', 1]])
  })

  it('are joined where they are too many to be told apart', () => {
    const many = Array.from({ length: 9 }, (_, i) => ['1', `50${i}`, 9 - i] as const)
    const classes = shown(errorClasses(set(many)))
    expect(classes).toHaveLength(6)
    expect(classes.at(-1)).toEqual(['4 others', 4 + 3 + 2 + 1])
  })
})

it.each([
  ['1', ['500', '503']],
  ['2', ['503']],
  [null, ['503']],
])('seriesOf version %s', (version, codes) => {
  const { series } = seriesOf(set([['1', '500', 1], [null, '503', 1]]), version)
  expect(series.map(({ subject }) => subject.labels['code'])).toEqual(codes)
  expect(series.every(({ subject }) => subject.version === null)).toBe(true)
})
