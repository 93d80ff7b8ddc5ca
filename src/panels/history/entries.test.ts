import { expect, it } from 'vitest'
import type { PlacedChange } from '@/domain/change'
import { aVersion } from '@/domain/testData'
import { byMonth, timeLine } from './entries'

const model = { source: 'mlflow', name: 'm' }
const change = (id: string, at: number): PlacedChange => ({
  id, at, model, version: '1', action: 'promote', status: 'done', actor: 'a', actorKind: 'authenticated', reason: '', from: null, to: '1', checks: [], overrides: [],
})
const registered = (name: string, createdAt: number | null) => aVersion(name, { createdAt })

it('joins registrations that no decision separates, newest first', () => {
  const entries = timeLine([change('A', 50), change('B', 20)], [registered('1', 10), registered('4', 40), registered('3', 30), registered('5', 60), registered('9', null)])
  expect(entries.map((entry) => (entry.kind === 'decision' ? entry.change.id : entry.versions.map(({ ref }) => ref.version).join()))).toEqual(['5', 'A', '4,3', 'B', '1'])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
})

it('stands under months of the reader’s zone', () => {
  const entries = ['2026-03-01T00:30:00Z', '2026-02-28T22:00:00Z', '2025-02-01T00:00:00Z'].map((at) => ({ at: Date.parse(at) }))
  const months = (zone: string) => byMonth(entries, zone).map(({ month, entries: { length } }) => `${month} ${length}`)
  expect(months('UTC')).toEqual(['March 2026 1', 'February 2026 1', 'February 2025 1'])
  expect(months('America/New_York')).toEqual(['February 2026 2', 'January 2025 1'])
})
