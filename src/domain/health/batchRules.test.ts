import { expect, it } from 'vitest'
import { dayMs, hourMs } from '@/domain/time'
import { assess } from './assess'
import type { HealthInput } from './input'
import { healthThresholds } from './thresholds'

const run = { ageMs: 7 * hourMs, intervalMs: dayMs, failed: false }

it.each<[string, HealthInput['batch'], string[]]>([
  ['a run on time', run, ['ok']],
  ['late', { ...run, ageMs: 41 * hourMs }, ['at-risk', 'Batch is late: last run 41 h ago, due every 24 h']],
  ['very late', { ...run, ageMs: 4 * dayMs }, ['failing', 'Batch is late: last run 4 d ago, due every 24 h']],
  ['failed', { ...run, failed: true }, ['at-risk', 'The last batch failed, 7 h ago']],
  ['late and failed', { ...run, ageMs: 4 * dayMs, failed: true }, ['failing', 'Batch is late: last run 4 d ago, due every 24 h', 'The last batch failed, 4 d ago']],
  ['no interval, and a success', { ...run, intervalMs: null }, ['ok']],
  ['no run', null, ['no-data']],
  ['no batch model', undefined, ['no-data']],
])('%s', (_, batch, expected) => {
  const { status, reasons } = assess({ now: 0, batch })
  expect([status, ...reasons.map(({ sentence }) => sentence)]).toEqual(expected)
})

it('says why it could not judge, where a run was asked for', () => {
  expect(assess({ now: 0, batch: null }).unjudged.map(({ rule }) => rule)).toEqual(['batch_late', 'batch_failed'])
  expect(assess({ now: 0 }).unjudged).toEqual([])
})

it('takes the limit of the model’s policy', () => {
  const thresholds = healthThresholds({ model: { thresholds: { batch_late: { warn: 1.1, critical: 10 } } }, deployment: null })
  expect(assess({ now: 0, batch: { ...run, ageMs: 4 * dayMs } }, thresholds).status).toBe('at-risk')
})
