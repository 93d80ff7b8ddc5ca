import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import { clockTime, dateText, exactTime, shortAge, utcTime } from './times'

const now = Date.UTC(2026, 10, 24, 12, 3, 22)

describe('times', () => {
  it.each([
    [20_000, 'now'],
    [3 * minuteMs, '3 min'],
    [3 * hourMs, '3 h'],
    [41 * dayMs, '41 d'],
    [-9 * dayMs, 'in 9 d'],
  ])('%d ms ago is %s', (ms, text) => {
    expect(shortAge(now - ms, now)).toBe(text)
  })

  it('says the exact time in a zone and in UTC', () => {
    expect(exactTime(now, 'Europe/Berlin')).toMatch(/^24 Nov 2026, 13:03:22 (CET|GMT\+1)$/)
    expect(utcTime(now)).toBe('2026-11-24 12:03:22 UTC')
  })

  it('says a time of day in UTC, with the day where it is another one there', () => {
    expect(clockTime(now, now, 'UTC')).toBe('12:03')
    expect(clockTime(Date.UTC(2026, 10, 23, 23, 59), now, 'UTC')).toBe('23 Nov, 23:59')
  })

  it.each([
    ['2026-12-31', '31 Dec 2026'],
    ['2026-12-31T23:59:00Z', '31 Dec 2026'],
    ['soon', 'soon'],
  ])('the date %s reads %s', (iso, text) => {
    expect(dateText(iso)).toBe(text)
  })
})
