import { describe, expect, it } from 'vitest'
import type { Sample, SeriesSet } from '@/domain/series'
import { previousLayer, previousWords } from './previousLayer'

const ref = { source: 'mlflow', name: 'fraud' }

function set(lines: Record<string, (number | null)[]>): SeriesSet {
  return {
    unit: 'per_second',
    from: 0,
    to: 20,
    stepMs: 10,
    query: 'q',
    notes: [],
    series: Object.entries(lines).map(([version, values]) => ({
      subject: { ref, version: version === '' ? null : version, labels: {} },
      samples: values.map((value, i): Sample => [i * 10, value]),
    })),
  }
}

const of = { before: '24 h before', drawn: ['12', '13', '9'], champion: '12', challenger: '13' }
const versions = (lines: Record<string, (number | null)[]>, more = {}) =>
  previousLayer(set(lines), { ...of, ...more }, false).set.series.map(({ subject }) => subject.version)

describe('previousLayer', () => {
  it('moves the period before under this one', () => {
    const { before, set: moved } = previousLayer(set({ 12: [1, null, 3] }), of, false)
    expect(before).toBe('24 h before')
    expect([moved.from, moved.to]).toEqual([30, 50])
    expect(moved.series[0]?.samples).toEqual([[30, 1], [40, null], [50, 3]])
  })

  it.each([
    ['champion and challenger', { 12: [1], 13: [1], 9: [1] }, {}, ['12', '13']],
    ['whoever served, where both are new', { 12: [null], 9: [1], 8: [1] }, {}, ['9']],
    ['all that is drawn, where nobody leads', { 9: [1], 12: [1] }, { champion: null, challenger: null }, ['9', '12']],
    ['no challenger that is not drawn', { 12: [1], 13: [1] }, { drawn: ['12'] }, ['12']],
    ['the model, where versions are not told apart', { '': [1] }, {}, [null]],
  ])('draws %s', (_, lines, more, expected) => {
    expect(versions(lines, more)).toEqual(expected)
  })

  it('adds all versions up under a stack', () => {
    const { series } = previousLayer(set({ 12: [1, null], 9: [2, null] }), of, true).set
    expect(series).toHaveLength(1)
    expect(series[0]).toMatchObject({ subject: { version: null, labels: { versions: 'all versions' } }, samples: [[30, 3], [40, null]] })
  })
})

it.each([
  ['nothing while it is not asked for', null, { data: undefined, error: null }, []],
  ['nothing while it loads', '24 h before', { data: undefined, error: null }, []],
  ['nothing where it is drawn', '24 h before', { data: set({ 12: [1] }), error: null }, []],
  ['that there is nothing', '24 h before', { data: set({ 12: [null] }), error: null }, ['Nothing was measured in the 24 h before.']],
  ['that it failed', 'the period before', { data: undefined, error: new Error('gone.') }, ['What was measured in the period before could not be asked for: gone.']],
])('previousWords says %s', (_, before, state, words) => {
  expect(previousWords(before, state)).toEqual(words)
})
