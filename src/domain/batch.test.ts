import { describe, expect, it } from 'vitest'
import { judgeFailure, judgeLateness, type BatchRun } from './batch'
import { dayMs, hourMs, minuteMs } from './time'

const run = (change: Partial<BatchRun> = {}): BatchRun => ({ ageMs: 7 * hourMs, intervalMs: dayMs, failed: false, ...change })

describe('a batch is late', () => {
  it.each<[string, BatchRun, string, string]>([
    ['not within its interval', run(), 'ok', 'Batch is on time: last run 7 h ago, due every 24 h'],
    ['not yet shortly after', run({ ageMs: 35 * hourMs }), 'ok', 'Batch is due: last run 35 h ago, due every 24 h'],
    ['from half an interval more', run({ ageMs: 36 * hourMs }), 'at-risk', 'Batch is late: last run 36 h ago, due every 24 h'],
    ['and very late from three', run({ ageMs: 3 * dayMs }), 'failing', 'Batch is late: last run 3 d ago, due every 24 h'],
    ['by its own interval', run({ ageMs: 20 * minuteMs, intervalMs: 10 * minuteMs }), 'at-risk', 'Batch is late: last run 20 min ago, due every 10 min'],
    ['never where none is due', run({ intervalMs: null }), 'unknown', 'Batch: nothing says how often it is due'],
    ['never where none is known', run({ ageMs: null }), 'unknown', 'Batch: no run is known'],
  ])('%s', (_, given, level, sentence) => {
    expect(judgeLateness(given)).toMatchObject({ level, sentence })
  })
  it('by limits of one’s own', () => {
    expect(judgeLateness(run({ ageMs: 25 * hourMs }), { warn: 1, critical: null }).level).toBe('at-risk')
  })
})

describe('a batch failed', () => {
  it.each<[BatchRun, string, string]>([
    [run({ failed: true }), 'at-risk', 'The last batch failed, 7 h ago'],
    [run({ failed: true, ageMs: null }), 'at-risk', 'The last batch failed'],
    [run(), 'ok', 'The last batch succeeded'],
    [run({ failed: null }), 'unknown', 'Batch: nothing says whether it failed'],
  ])('%j', (given, level, sentence) => {
    expect(judgeFailure(given)).toMatchObject({ level, sentence })
  })
})
