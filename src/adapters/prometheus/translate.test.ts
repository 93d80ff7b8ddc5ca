import { describe, expect, it } from 'vitest'
import { parseValue, toRows } from './translate'

it.each([
  ['1.5', 1.5],
  ['-2e-3', -0.002],
  ['0', 0],
  [7, 7],
  ['NaN', null],
  ['+Inf', null],
  ['-Inf', null],
  ['Inf', null],
  ['', undefined],
  ['abc', undefined],
  [null, undefined],
  [{}, undefined],
])('%j is %j', (text, expected) => {
  expect(parseValue(text)).toBe(expected)
})

describe('toRows', () => {
  const grid = { from: 60_000, stepMs: 15_000, count: 4 }

  it('puts a matrix on the grid, scaled, with its gaps', () => {
    const result = [{ metric: { model: 'a' }, values: [[60, '0.1'], [75.4, 'NaN'], [105, '0.3']] satisfies [number, string][] }]
    const { rows } = toRows({ resultType: 'matrix', result }, grid, 1000)
    expect(rows).toEqual([{ labels: { model: 'a' }, values: [100, null, null, 300] }])
  })
  it('drops what lies outside the grid', () => {
    const result = [{ metric: {}, values: [[45, '1'], [120, '2'], [1e9, '3']] satisfies [number, string][] }]
    expect(toRows({ resultType: 'matrix', result }, grid, 1).rows[0]?.values).toEqual([null, null, null, null])
  })
  it('takes the value of a vector whatever its time', () => {
    const result = [{ metric: {}, value: [1, '4'] satisfies [number, string] }]
    expect(toRows({ resultType: 'vector', result }, { ...grid, count: 1 }, 1).rows[0]?.values).toEqual([4])
  })
  it('takes a scalar as a row without labels', () => {
    expect(toRows({ resultType: 'scalar', result: [1, '4'] }, { ...grid, count: 1 }, 1).rows).toEqual([{ labels: {}, values: [4] }])
  })
  it('takes null for an empty list', () => {
    expect(toRows({ resultType: 'vector', result: null }, grid, 1)).toEqual({ rows: [], notes: [] })
  })
  it('counts what is no number, and keeps the rest', () => {
    const result = [
      { metric: { model: 'a' }, value: [1, 'x'] satisfies [number, string] },
      { metric: { model: 'b' }, value: [1, '2'] satisfies [number, string] },
      { metric: { model: 'c' }, histogram: [1, { count: '3' }] },
    ]
    const { rows, notes } = toRows({ resultType: 'vector', result }, { ...grid, count: 1 }, 1)
    expect(rows.map(({ values }) => values)).toEqual([[null], [2], [null]])
    expect(notes).toEqual(['1 values could not be read as numbers.', '1 native histograms came where numbers were expected.'])
  })
})
