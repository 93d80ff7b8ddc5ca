import { expect, it } from 'vitest'
import type { Sample } from '@/domain/series'
import { sparkPath, sparkWords } from './sparkPath'

const samples = (...values: (number | null)[]) => values.map((value, i): Sample => [i, value])

it('starts a new stroke after a gap and dots what stands alone', () => {
  const path = sparkPath(samples(1, 2, null, 3, null, 1, 1), 'ms', 80, 20)
  expect(path.line.match(/M/g)).toHaveLength(2)
  expect(path.dots).toHaveLength(1)
  expect(path.last?.x).toBe(78)
})

it.each([
  [samples(0.002, null, null, 0.041), 'Errors: 4.1 % last, 0.20 % to 4.1 %, 1 gap'],
  [samples(null, null), 'Errors: no values'],
  [[], 'Errors: no values'],
])('%j is said as %s', (line, words) => {
  expect(sparkWords('Errors', line, 'ratio')).toBe(words)
})
