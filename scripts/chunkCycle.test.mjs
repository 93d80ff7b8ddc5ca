import { expect, it } from 'vitest'
import { chunkCycle } from './chunkCycle.mjs'

it.each([
  ['none', { a: { imports: ['b', 'c'] }, b: { imports: ['c'] }, c: {} }, null],
  ['two', { a: { imports: ['b'] }, b: { imports: ['c'] }, c: { imports: ['b'] } }, ['b', 'c', 'b']],
  ['itself', { a: {}, b: { imports: ['b'] } }, ['b', 'b']],
  ['a file that is not listed', { a: { imports: ['gone'] } }, null],
])('files that need each other: %s', (_, manifest, expected) => {
  expect(chunkCycle(manifest)).toEqual(expected)
})
