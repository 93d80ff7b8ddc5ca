import { expect, it } from 'vitest'
import { deltaText, relativeText, type Better, type DeltaOf } from './deltas'

it.each<[number, DeltaOf, Better, string, string]>([
  [0.013, { metric: 'f1' }, 'higher', '▲+0.013', 'up 0.013, better'],
  [-0.036, { metric: 'f1' }, 'higher', '▼−0.036', 'down 0.036, worse'],
  [0.1, { metric: 'mae' }, 'lower', '▲+0.10', 'up 0.10, worse'],
  [-12, { unit: 'ms' }, 'lower', '▼−12 ms', 'down 12 ms, better'],
  [0.039, { unit: 'ratio' }, 'lower', '▲+3.9 pp', 'up 3.9 pp, worse'],
  [20, { unit: 'per_second' }, 'neither', '▲+20.0 /s', 'up 20.0 /s'],
  [0.0002, { metric: 'f1' }, 'higher', '=', 'no change'],
  [0, { unit: 'ms' }, 'lower', '=', 'no change'],
])('%s of %o, %s is better', (difference, of, better, seen, heard) => {
  const text = deltaText(difference, of, better)
  expect([text.arrow + text.value, text.words]).toEqual([seen, heard])
})

it.each([
  [91, 84, '+8.3 %'],
  [50, 100, '−50.0 %'],
  [300, 100, '+200 %'],
  [1, 0, '–'],
])('%d against %d is %s', (now, before, text) => {
  expect(relativeText(now, before)).toBe(text)
})
