import { expect, it } from 'vitest'
import type { PlacedChange } from '@/domain/change'
import { filterChanges, historyFacets, isFiltered, parseHistoryFilter, writeHistoryFilter, type HistoryFilter } from './historyFilter'

const change = (more: Partial<PlacedChange>): PlacedChange => ({
  id: '01J00000000000000000000001',
  action: 'promote',
  status: 'done',
  actor: 'Priya Nair',
  actorKind: 'authenticated',
  at: 0,
  reason: '',
  from: '12',
  to: '13',
  checks: [],
  overrides: [],
  model: { source: 'mlflow', name: 'claim-fraud' },
  version: '13',
  ...more,
})
const all = [
  change({ id: 'a', reason: 'Better on the fresh test set.', checks: [['Tests', 'fail', '5 of 6', 'all']], overrides: ['Tests: flaky'] }),
  change({ id: 'b', action: 'rollback', actor: 'Helen', from: '13', to: '12', version: '12' }),
  change({ id: 'c', action: 'archive', actor: 'Helen', from: 'active', to: 'archived', version: '3', model: { source: 'mlflow', name: 'churn' }, status: 'reverted' }),
]
const none: HistoryFilter = { q: '', actions: [], actor: null }

it.each([
  ['nothing asked', none, 'abc'],
  ['a word of the reason in any case', { ...none, q: 'FRESH' }, 'a'],
  ['all words, wherever they stand', { ...none, q: 'helen v12' }, 'b'],
  ['a model', { ...none, q: 'churn' }, 'c'],
  ['a check and its verdict', { ...none, q: 'tests fail' }, 'a'],
  ['an override', { ...none, q: 'flaky' }, 'a'],
  ['a status', { ...none, q: 'reverted' }, 'c'],
  ['the verb as it is shown', { ...none, q: 'rolled back' }, 'b'],
  ['a person', { ...none, actor: 'Helen' }, 'bc'],
  ['kinds', { ...none, actions: ['promote', 'rollback'] }, 'ab'],
  ['what is nowhere', { ...none, q: 'zzz' }, ''],
  ['a pattern is only text', { ...none, q: '.*' }, ''],
] as const)('%s', (_, filter, expected) => {
  expect(filterChanges(all, filter).map(({ id }) => id).join('')).toBe(expected)
})

it('lives in the address, and what is at its default leaves it', () => {
  const params = new URLSearchParams('demo=&at=x')
  writeHistoryFilter(params, { q: 'a b', actions: ['promote', 'archive'], actor: 'Zoë & co' })
  expect(params.toString()).toBe('demo=&at=x&q=a+b&kind=promote%2Carchive&actor=Zo%C3%AB+%26+co')
  expect(parseHistoryFilter(params)).toEqual({ q: 'a b', actions: ['promote', 'archive'], actor: 'Zoë & co' })
  writeHistoryFilter(params, none)
  expect(params.toString()).toBe('demo=&at=x')
  expect(parseHistoryFilter(new URLSearchParams('kind=bogus,promote&actor='))).toEqual({ ...none, actions: ['promote'] })
  expect([isFiltered(none), isFiltered({ ...none, q: '  ' }), isFiltered({ ...none, actor: 'x' })]).toEqual([false, false, true])
})

it('names everybody who decided, and counts each kind', () => {
  const { actors, counts } = historyFacets(all)
  expect(actors).toEqual(['Helen', 'Priya Nair'])
  expect([...counts]).toEqual([['promote', 1], ['rollback', 1], ['archive', 1]])
})
