import { expect, it } from 'vitest'
import { distinctLabels } from './distinctLabels'

const seriesOf = (...all: Record<string, string>[]) => all.map((labels) => ({ subject: { ref: { source: 'mlflow', name: 'fraud' }, version: null, labels }, samples: [] }))

it.each<[string, Record<string, string>[], Record<string, string>, Record<string, string>]>([
  ['a label that all share is left out', [{ feature: 'age', stat: 'psi' }, { feature: 'region', stat: 'psi' }], { feature: 'age', stat: 'psi' }, { feature: 'age' }],
  ['one series needs none', [{ window: '7d' }], { window: '7d' }, {}],
  ['a label that only some have tells them apart', [{ feature: 'age' }, {}], {}, {}],
])('%s', (_, all, labels, expected) => {
  expect(distinctLabels(seriesOf(...all))(labels)).toEqual(expected)
})
