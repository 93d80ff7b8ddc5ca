import { expect, it } from 'vitest'
import type { Unit } from '@/domain/signal'
import { extent, valueAxis } from './valueAxis'

it.each<[Unit, number, number, string, string[]]>([
  ['ms', 70, 120, 'ms', ['0', '50', '100', '150']],
  ['ms', 100, 4200, 's', ['0', '2', '4', '6']],
  ['ratio', 0.002, 0.041, '%', ['0', '2', '4', '6']],
  ['ratio', 0, 0, '%', ['0.0', '0.5', '1.0']],
  ['per_second', 0.2, 0.5, '/min', ['0', '10', '20', '30']],
  ['per_second', 3, 212, '/s', ['0', '100', '200', '300']],
  ['cores', 0, 7.1, 'cores', ['0', '2', '4', '6', '8']],
  ['bytes', 0, 3.5 * 1024 ** 3, 'GiB', ['0', '1', '2', '3', '4']],
  ['bytes', 0, 0, 'B', ['0.0', '0.5', '1.0']],
  ['duration', 0, 24 * 3_600_000, 'h', ['0', '10', '20', '30']],
  ['duration', 0, 4000, 's', ['0', '1', '2', '3', '4']],
  ['count', 1, 3, '', ['0', '1', '2', '3']],
  ['score', 0.91, 0.912, '', ['0.900', '0.905', '0.910', '0.915', '0.920', '0.925']],
  ['score', 0.97, 1, '', ['0.96', '0.97', '0.98', '0.99', '1.00']],
  ['index', -0.1, 0.3, '', ['−0.1', '0.0', '0.1', '0.2', '0.3']],
])('%s from %d to %d', (unit, min, max, word, ticks) => {
  const axis = valueAxis(unit, { min, max })
  expect(axis.unit).toBe(word)
  expect(axis.ticks.map(axis.label)).toEqual(ticks)
  expect(axis.min).toBeLessThanOrEqual(min)
  expect(axis.max).toBeGreaterThanOrEqual(max)
})

it('has an axis even for nothing', () => {
  const axis = valueAxis('ms', extent([null, null]))
  expect(axis.max).toBeGreaterThan(axis.min)
})
