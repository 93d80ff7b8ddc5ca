import { expect, it } from 'vitest'
import type { PlacedChange } from '@/domain/change'
import { thenKey, thenRows } from './thenRows'

const change = (name: string, at: number, from: string | null, to: string): PlacedChange => ({
  id: `${name}${at}`, at, from, to, version: to, model: { source: 's', name }, action: 'promote', status: 'done', actor: 'a', actorKind: 'authenticated', reason: '', checks: [], overrides: [],
})

it('has a row a model with records, by name, as its own decisions say', () => {
  const changes = [change('b', 10, '1', '2'), change('a', 50, null, '7'), change('b', 30, '2', '3')]
  const rows = thenRows(changes, 20, new Map([[thenKey({ source: 's', name: 'b' }), '9']]))
  expect(rows.map(({ model, past }) => [model.name, past.version, past.since, past.until, past.complete])).toEqual([
    ['a', null, null, 50, false],
    ['b', '2', 10, 30, true],
  ])
  const now = thenRows(changes, 60, new Map([[thenKey({ source: 's', name: 'b' }), '9']]))
  expect(now.map(({ past }) => [past.version, past.complete])).toEqual([['7', true], ['3', false]])
})
