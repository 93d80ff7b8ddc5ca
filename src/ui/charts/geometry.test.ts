import { expect, it } from 'vitest'
import { nearestRow, roomForLabels, timeAt, xOf } from './geometry'

const plot = { width: 568, height: 200, from: 0, to: 1000 }

it('turns moments into places and back, within the plot', () => {
  expect(timeAt(plot, xOf(plot, 250))).toBeCloseTo(250)
  expect(timeAt(plot, -100)).toBe(0)
  expect(timeAt(plot, 10_000)).toBe(1000)
})

it.each([
  [-5, 0],
  [4, 0],
  [6, 1],
  [99, 2],
])('the row nearest to %d is %d', (at, index) => {
  expect(nearestRow([{ at: 0 }, { at: 10 }, { at: 20 }], at)).toBe(index)
})

it('has no nearest row where there is none', () => {
  expect(nearestRow([], 5)).toBe(-1)
})

it('gives room to the newest labels first', () => {
  expect(roomForLabels([10, 30, 100], 40)).toEqual([false, true, true])
})
