import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, minuteMs, secondMs } from '@/domain/time'
import type { SignalQuery } from './preset'
import { rangePoints, type RangeCut } from './rangePoint'

const scrapeMs = 15 * secondMs
const cut = (stepMs: number, lengthMs = 30 * dayMs): RangeCut => ({ stepMs, scrapeMs, lengthMs })
const ratio: SignalQuery = { query: 'rate(e[$window])', combine: 'max' }
const gauge: SignalQuery = { query: 'g', long: { query: 'max_over_time(g[$step])', each: 'max' }, combine: 'sum' }

describe('rangePoints', () => {
  it.each<[string, SignalQuery, RangeCut, string, number, string | null]>([
    ['a point a scrape', ratio, cut(scrapeMs, hourMs), ratio.query, 60 * secondMs, null],
    ['a gauge a scrape', gauge, cut(scrapeMs, hourMs), 'g', 60 * secondMs, null],
    ['24 h', ratio, cut(5 * minuteMs, dayMs), ratio.query, 315 * secondMs, null],
    ['a gauge over 24 h', gauge, cut(5 * minuteMs, dayMs), 'max_over_time(g[5m])', 315 * secondMs, null],
    ['30 d', ratio, cut(2 * hourMs), 'max_over_time((rate(e[$window]))[2h:5m])', 315 * secondMs, 'Each point is the worst 5 min of the 2 h before it.'],
    ['a year', ratio, cut(dayMs, 365 * dayMs), 'max_over_time((rate(e[$window]))[24h:1h])', hourMs + scrapeMs, 'Each point is the worst 1 h of the 24 h before it.'],
    ['a score', { query: 's', combine: 'min' }, cut(2 * hourMs), 'min_over_time((s)[2h:5m])', 315 * secondMs, 'Each point is the lowest of readings every 5 min of the 2 h before it.'],
    ['what adds up', { query: 'rate(r[$window])', combine: 'sum' }, cut(2 * hourMs), 'rate(r[$window])', 2 * hourMs + scrapeMs, 'Each point is the mean of the 2 h before it.'],
    ['a gauge of one’s own', { query: 'g', combine: 'sum' }, cut(2 * hourMs), 'g', 2 * hourMs + scrapeMs, 'Each point is the value at its moment, every 2 h: a spike between two of them does not show.'],
    ['a rate that adds up, whose worst matters', { query: 'rate(c[$window])', combine: 'sum', worst: 'max' }, cut(2 * hourMs), 'max_over_time((rate(c[$window]))[2h:5m])', 315 * secondMs, 'Each point is the worst 5 min of the 2 h before it.'],
    ['what is configured', { query: 'limit', combine: 'sum', worst: 'none' }, cut(2 * hourMs), 'limit', 2 * hourMs + scrapeMs, null],
    ['a text that ends in a comment', { query: 'g # mine', combine: 'max' }, cut(2 * hourMs), 'max_over_time((g # mine\n)[2h:5m])', 315 * secondMs, 'Each point is the highest of readings every 5 min of the 2 h before it.'],
  ])('asks for %s', (_, entry, range, query, windowMs, note) => {
    expect(rangePoints(entry, range)).toMatchObject({ entry: { query }, windowMs, note })
  })

  it('knows a way that reads less', () => {
    expect(rangePoints(ratio, cut(2 * hourMs)).coarser).toMatchObject({ entry: ratio, windowMs: 2 * hourMs + scrapeMs, note: expect.stringContaining('a short spike is small') })
    expect(rangePoints(gauge, cut(2 * hourMs)).coarser).toBeUndefined()
  })

  it('asks for the whole model by its own formula', () => {
    const both = { ...ratio, modelQuery: 'm' }
    expect(rangePoints(both, cut(2 * hourMs)).entry.modelQuery).toBe('max_over_time((m)[2h:5m])')
    const long = { query: 'a[$step]', modelQuery: 'b[$step]', each: 'max' as const }
    expect(rangePoints({ ...both, long }, cut(2 * hourMs)).entry.modelQuery).toBe('b[2h]')
  })

  it('reads no more often than a scrape comes', () => {
    expect(rangePoints(ratio, { ...cut(2 * hourMs), scrapeMs: 2 * minuteMs })).toMatchObject({ windowMs: 12 * minuteMs, note: 'Each point is the worst 10 min of the 2 h before it.' })
  })
})
