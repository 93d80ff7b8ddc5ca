import { describe, expect, it } from 'vitest'
import { isFiltered, parseListQuery, writeListQuery } from './listQuery'

const everything = { q: '', status: [], stage: [], owner: null, mine: false, pinned: false, sort: null }

describe('parseListQuery', () => {
  it.each([
    ['', {}],
    ['q=claim%20fraud', { q: 'claim fraud' }],
    ['status=failing,at-risk', { status: ['failing', 'at-risk'] }],
    ['stage=candidate,bogus', { stage: ['candidate'] }],
    ['sort=-updated', { sort: { key: 'updated', descending: true } }],
    ['sort=f1', { sort: { key: 'f1', descending: false } }],
    ['sort=nonsense', {}],
    ['mine=1&pinned=1&owner=risk', { mine: true, pinned: true, owner: 'risk' }],
  ])('%s', (search, expected) => {
    expect(parseListQuery(new URLSearchParams(search))).toEqual({ ...everything, ...expected })
  })
})

describe('writeListQuery', () => {
  it.each([
    ['demo=', { q: 'x' }, 'demo=&q=x'],
    ['q=x&range=7d', { q: '' }, 'range=7d'],
    ['sort=f1', { sort: { key: 'p95', descending: true } as const }, 'sort=-p95'],
    ['status=ok', { status: [] }, ''],
  ])('%s with %o', (before, change, after) => {
    const params = new URLSearchParams(before)
    writeListQuery(params, change)
    expect(params.toString()).toBe(after)
  })
})

it.each([
  ['', false],
  ['sort=f1', false],
  ['mine=1', true],
  ['q=a', true],
])('isFiltered %s', (search, expected) => {
  expect(isFiltered(parseListQuery(new URLSearchParams(search)))).toBe(expected)
})
