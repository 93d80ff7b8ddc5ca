import { expect, it } from 'vitest'
import type { FigureSet } from '@/domain/series'
import { hourMs } from '@/domain/time'
import { countedRequests } from './countedRequests'

function rates(values: Record<string, number | null>, incomplete = false): FigureSet {
  const ref = { source: 'mlflow', name: 'fraud' }
  const figures = Object.entries(values).map(([version, value]) => ({ subject: { ref, version, labels: {} }, value }))
  return { figures, unit: 'per_second', at: 0, query: 'q', notes: [], incomplete }
}

it.each<[string, FigureSet, number | null]>([
  ['counted', rates({ 12: 5, 13: 2 }), 7200],
  ['idle', rates({ 12: 5, 13: 0 }), 0],
  ['no number', rates({ 12: 5, 13: null }), null],
  ['absent beside others', rates({ 12: 5 }), 0],
  ['absent from an answer that lost something', rates({ 12: 5 }, true), null],
])('of a version that is %s', (_, set, requests) => {
  expect(countedRequests(set, '13', hourMs)).toBe(requests)
})
