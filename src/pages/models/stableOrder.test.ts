import { expect, it } from 'vitest'
import { keepOrder, movedCount } from './stableOrder'

it.each([
  ['abc', 'abc', 0],
  ['abc', 'cab', 1],
  ['abcd', 'dcba', 3],
  ['abcdef', 'bacdfe', 2],
  ['', '', 0],
])('from %s to %s moves %i', (shown, wanted, expected) => {
  expect(movedCount(shown.split(''), wanted.split(''))).toBe(expected)
})

it.each([
  ['abc', 'cab', 'abc'],
  ['abc', 'cbx', 'bcx'],
  ['', 'xy', 'xy'],
])('%s asked for %s keeps %s', (shown, wanted, expected) => {
  expect(keepOrder(shown.split(''), wanted.split('')).join('')).toBe(expected)
})
