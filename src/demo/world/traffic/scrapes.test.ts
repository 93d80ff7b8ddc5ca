import { expect, it } from 'vitest'
import { within } from './scrapes'

const times = Float64Array.of(10, 20, 30, 40)

it.each([
  ['all of it', [[0, 50]], [10, 20, 30, 40]],
  ['ends count', [[20, 30]], [20, 30]],
  ['between two scrapes', [[21, 29]], []],
  ['before and after', [[0, 9], [41, 50]], []],
  ['two lives', [[0, 10], [35, 99]], [10, 40]],
  ['none', [], []],
] as const)('%s', (_, lives, expected) => {
  expect([...within(times, lives)]).toEqual(expected)
})
