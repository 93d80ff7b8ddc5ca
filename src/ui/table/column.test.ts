import { describe, expect, it } from 'vitest'
import { detailBox, fitColumns, nextSort, parseSort, sortText, type Column } from './column'

const column = (id: string, width: number, priority: 1 | 2 | 3, rowHeader = false): Column<object> => ({
  id,
  header: id,
  width,
  priority,
  rowHeader,
  cell: () => null,
})
const columns = [column('status', 100, 1), column('name', 200, 1, true), column('f1', 100, 2), column('p95', 100, 3), column('owner', 100, 3)]

describe('fitColumns', () => {
  it.each([
    [0, 'status name f1 p95 owner'],
    [600, 'status name f1 p95 owner'],
    [599, 'status name f1 p95'],
    [450, 'status name f1'],
    [399, 'status name'],
    [100, 'status name'],
  ])('in %d px', (width, shown) => {
    const fit = fitColumns(columns, width)
    expect(fit.shown.map(({ id }) => id).join(' ')).toBe(shown)
    expect(fit.shown.length + fit.hidden.length).toBe(columns.length)
  })
})

describe('sort', () => {
  it.each([
    ['-updated', { key: 'updated', descending: true }],
    ['name', { key: 'name', descending: false }],
  ])('%s', (text, sort) => {
    expect(parseSort(text)).toEqual(sort)
    expect(sortText(sort)).toBe(text)
  })

  it.each([null, '', '-'])('%s is no sort', (text) => expect(parseSort(text)).toBeNull())

  it('turns round on the second press', () => {
    const first = nextSort({ sortKey: 'p95', sortDescendingFirst: true }, null)
    expect(first).toEqual({ key: 'p95', descending: true })
    expect(nextSort({ sortKey: 'p95' }, first)).toEqual({ key: 'p95', descending: false })
  })
})

it.each([
  [0, null],
  [1000, { left: 8, width: 884, lines: 1 }],
  [366, { left: -84, width: 334, lines: 2 }],
])('the line under a row in a table of %d px', (width, box) => {
  expect(detailBox(columns.slice(0, 2), width, 0)).toEqual(box)
})
