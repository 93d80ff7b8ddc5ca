import { describe, expect, it } from 'vitest'
import { limitTops, nearestRow, roomForLabels, timeAt, xOf } from './geometry'

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

describe('the names of limits', () => {
  it.each<[string, readonly number[], readonly (number | null)[]]>([
    ['stand above their lines', [60, 120], [46, 106]],
    ['do not overlap where two are close', [100, 105], [86, 105]],
    ['nor where they are one', [100, 100], [86, 100]],
    ['whichever comes first', [105, 100], [105, 86]],
    ['leave the top to the names of releases', [22], [22]],
    ['make room for each other there', [22, 30], [22, 36]],
    ['are left out where there is no room', [22, 23, 24], [22, 36, null]],
    ['and at the bottom', [170, 172], [156, null]],
  ])('%s', (_, lines, tops) => {
    expect(limitTops(lines, { height: 200 })).toEqual(tops)
  })
})
