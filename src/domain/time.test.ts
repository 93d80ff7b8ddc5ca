import { describe, expect, test } from 'vitest'
import type { RangeParams, TimeRange } from './time'
import { dayMs, formatRange, hourMs, minuteMs, parseRange, parseRefresh, rangeLengthMs, refreshMs } from './time'
import { previousPeriod, resolveRange } from './timeGrid'

const noon = Date.UTC(2026, 2, 10, 12)
const last24h: TimeRange = { kind: 'relative', preset: '24h' }

describe('range in the address', () => {
  test.each<[RangeParams, TimeRange]>([
    [{ range: '7d' }, { kind: 'relative', preset: '7d' }],
    [{}, last24h],
    [{ range: '2w' }, last24h],
    [{ range: '' }, last24h],
    [
      { from: '2026-03-10T12:00:00Z', to: '2026-03-10T15:00:00+02:00' },
      { kind: 'absolute', from: noon, to: noon + hourMs },
    ],
    [
      { range: '1h', from: '2026-03-10', to: '2026-03-11' },
      { kind: 'absolute', from: noon - 12 * hourMs, to: noon + 12 * hourMs },
    ],
    [{ from: '2026-03-10T12:00:00Z' }, last24h],
    [{ from: '2026-03-10T13:00:00Z', to: '2026-03-10T12:00:00Z' }, last24h],
    [{ from: '2026-03-10T12:00:00', to: '2026-03-10T13:00:00' }, last24h],
    [{ range: '6h', from: '1', to: '2' }, { kind: 'relative', preset: '6h' }],
  ])('%j', (params, range) => {
    expect(parseRange(params)).toEqual(range)
  })

  test.each<TimeRange>([last24h, { kind: 'absolute', from: noon, to: noon + hourMs }])('round trip of %j', (range) => {
    expect(parseRange(formatRange(range), '1h')).toEqual(range)
  })
})

test.each([
  ['10s', '10s', 10_000],
  ['off', 'off', null],
  ['5m', '5m', 300_000],
  ['1s', '30s', 30_000],
  [null, '30s', 30_000],
] as const)('refresh %s', (text, choice, ms) => {
  expect(parseRefresh(text)).toBe(choice)
  expect(refreshMs[parseRefresh(text)]).toBe(ms)
})

describe('grid', () => {
  test.each([
    ['1h', 241, 15_000],
    ['1h', 500, 15_000],
    ['6h', 500, minuteMs],
    ['24h', 500, 5 * minuteMs],
    ['24h', 30, hourMs],
    ['7d', 500, 30 * minuteMs],
    ['30d', 500, 2 * hourMs],
    ['30d', 2, 30 * dayMs],
    ['30d', 1, 30 * dayMs],
  ] as const)('%s in %d points steps by %d', (preset, maxPoints, stepMs) => {
    expect(resolveRange({ kind: 'relative', preset }, noon, { maxPoints }).stepMs).toBe(stepMs)
  })

  test.each([0, 1, 14_999, 15_000, 7_654_321])('both ends lie on the grid at +%d ms, never after now', (offset) => {
    for (const maxPoints of [2, 37, 500]) {
      const { from, to, stepMs } = resolveRange(last24h, noon + offset, { maxPoints })
      expect(from % stepMs).toBe(0)
      expect(to % stepMs).toBe(0)
      expect(to).toBeLessThanOrEqual(noon + offset)
      expect((to - from) / stepMs + 1).toBeLessThanOrEqual(maxPoints)
    }
  })

  test('never more steps than Prometheus answers', () => {
    const year: TimeRange = { kind: 'absolute', from: noon - 365 * dayMs, to: noon }
    const { from, to, stepMs } = resolveRange(year, noon, { maxPoints: 1_000_000 })
    expect(stepMs).toBe(hourMs)
    expect((to - from) / stepMs).toBeLessThanOrEqual(11_000)
  })

  test('a finer step on request, for sources that scrape faster', () => {
    expect(resolveRange({ kind: 'relative', preset: '1h' }, noon, { maxPoints: 1000, minStepMs: 1000 }).stepMs).toBe(5000)
  })

  test('an absolute range ignores now', () => {
    const range: TimeRange = { kind: 'absolute', from: noon - hourMs + 7, to: noon + 7 }
    expect(resolveRange(range, 0, { maxPoints: 500 })).toEqual({ from: noon - hourMs, to: noon, stepMs: 15_000 })
    expect(rangeLengthMs(range)).toBe(hourMs)
  })

  test('the period before shares no sample', () => {
    const range = { from: 600, to: 900, stepMs: 100 }
    expect(previousPeriod(range)).toEqual({ from: 200, to: 500, stepMs: 100 })
  })
})
