import { expect, it } from 'vitest'
import type { PlacedChange } from '@/domain/change'
import { releaseMarkers } from './releaseMarkers'

const change = (more: Partial<PlacedChange>): PlacedChange => ({
  id: '01J', action: 'promote', status: 'done', actor: 'jane', actorKind: 'authenticated', at: 10, reason: '', from: '17', to: '18',
  checks: [], overrides: [], model: { source: 'mlflow', name: 'fraud' }, version: '18', ...more,
})

it('marks what happened, oldest first: releases, roll backs and retirements', () => {
  const markers = releaseMarkers([
    change({ at: 30, action: 'rollback', from: '18', to: '17', version: '17' }),
    change({ at: 20, action: 'deprecate', from: 'active', to: 'deprecated', version: '4' }),
    change({ at: 10 }),
    change({ at: 5, status: 'intended' }),
    change({ at: 6, status: 'reverted' }),
    change({ at: 7, action: 'restore' }),
  ])
  expect(markers).toEqual([
    { at: 10, label: 'v18', words: 'jane promoted v17 → v18' },
    { at: 20, label: '⊘ v4', words: 'jane deprecated v4' },
    { at: 30, label: '↩ v17', words: 'jane rolled back v18 → v17' },
  ])
})
