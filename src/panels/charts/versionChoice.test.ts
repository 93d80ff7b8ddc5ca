import { describe, expect, it } from 'vitest'
import type { SeriesSet } from '@/domain/series'
import { chooseVersions, isDrawn, toggleVersion } from './versionChoice'

const ref = { source: 'mlflow', name: 'fraud' }

function rates(means: Record<string, number | null>): SeriesSet {
  return {
    unit: 'per_second',
    from: 0,
    to: 1,
    stepMs: 1,
    query: 'q',
    notes: [],
    series: Object.entries(means).map(([version, mean]) => ({ subject: { ref, version, labels: {} }, samples: [[0, mean]] })),
  }
}

const busy = rates({ 8: 1, 9: 4, 10: 2, 11: 3, 12: 96, 13: 5 })

describe('chooseVersions', () => {
  it.each([
    ['champion, challenger and the two busiest', busy, null, ['12', '13', '9', '11'], ['10', '8']],
    ['what was chosen, and nothing else', busy, ['8'], ['8'], ['12', '13', '9', '11', '10']],
    ['the only one that would be left over', rates({ 9: 4, 10: 2, 11: 3, 12: 96 }), null, ['12', '9', '11', '10'], []],
    ['no challenger without traffic', rates({ 12: 96, 13: null }), null, ['12'], []],
    ['champion and challenger before the answer', undefined, null, ['12', '13'], []],
  ])('draws %s', (_, set, chosen, drawn, rest) => {
    const choice = chooseVersions({ set, champion: '12', challenger: '13', chosen })
    expect(choice.drawn).toEqual(drawn)
    expect(choice.rest).toEqual(rest)
  })

  it('leaves none out where the ranks are not to be had', () => {
    expect(chooseVersions({ set: undefined, failed: true, champion: '12', challenger: null, chosen: null }).drawn).toEqual([])
  })

  it('offers a version that a link asks for although nothing measured it', () => {
    const { offered } = chooseVersions({ set: busy, champion: '12', challenger: null, chosen: ['3'] })
    expect(offered.find(({ version }) => version === '3')).toEqual({ version: '3', mean: null })
  })
})

it.each([
  [['12'], '13', ['12', '13']],
  [['12', '13'], '12', ['13']],
  [['12'], '12', ['12']],
  // All are drawn where the ranks are not to be had.
  [[], '12', ['13']],
])('from %j, a press on %s draws %j', (drawn, version, expected) => {
  const offered = ['12', '13'].map((one) => ({ version: one, mean: null }))
  expect(toggleVersion({ drawn, offered, rest: [] }, version)).toEqual(expected)
})

it.each([
  [['12'], '12', true],
  [['12'], '13', false],
  [[], '13', true],
])('with %j drawn, %s has lines: %s', (drawn, version, expected) => {
  expect(isDrawn({ drawn, offered: [], rest: [] }, version)).toBe(expected)
})
