import { expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import { timeAxis } from './timeAxis'

const noon = new Date(2026, 10, 24, 12, 7).getTime()

it.each([
  [hourMs, 6, ['11:10', '11:20', '11:30', '11:40', '11:50', '12:00']],
  [dayMs, 8, ['15:00', '18:00', '21:00', '24 Nov', '03:00', '06:00', '09:00', '12:00']],
  [7 * dayMs, 8, ['18 Nov', '19 Nov', '20 Nov', '21 Nov', '22 Nov', '23 Nov', '24 Nov']],
])('%d ms with at most %d marks', (length, count, labels) => {
  const axis = timeAxis(noon - length, noon, count)
  expect(axis.ticks.map(axis.label)).toEqual(labels)
})

it.each([minuteMs, 400 * dayMs, 3 * 365 * dayMs])('stays within bounds for %d ms', (length) => {
  const { ticks } = timeAxis(noon - length, noon, 7)
  expect(ticks.length).toBeLessThanOrEqual(8)
  for (const tick of ticks) expect(tick >= noon - length && tick <= noon).toBe(true)
})

it.each([
  [hourMs, 6, ['11:10', '11:20', '11:30', '11:40', '11:50', '12:00']],
  [dayMs, 8, ['15:00', '18:00', '21:00', '24 Nov', '03:00', '06:00', '09:00', '12:00']],
  [7 * dayMs, 8, ['18 Nov', '19 Nov', '20 Nov', '21 Nov', '22 Nov', '23 Nov', '24 Nov']],
])('%d ms with at most %d marks, in UTC wherever the reader is', (length, count, labels) => {
  const utcNoon = Date.UTC(2026, 10, 24, 12, 7)
  const axis = timeAxis(utcNoon - length, utcNoon, count, 'UTC')
  expect(axis.ticks.map(axis.label)).toEqual(labels)
})
