import { expect, test } from 'vitest'
import type { Change } from '@/domain/change'
import { lastServed, type LastServed } from './lastServed'

type Move = Pick<Change, 'action' | 'status' | 'at' | 'from' | 'to'>

function move(at: number, from: string | null, to: string, said: Partial<Move> = {}): Move {
  return { action: 'promote', status: 'done', at, from, to, ...said }
}

test.each<[string, Move[], string, LastServed | null]>([
  ['replaced once', [move(1, null, '3'), move(5, '3', '4')], '3', { since: 1, until: 5 }],
  ['served twice: the last time counts', [move(1, null, '3'), move(5, '3', '4'), move(6, '4', '3', { action: 'rollback' }), move(9, '3', '5')], '3', { since: 6, until: 9 }],
  ['its beginning is not recorded', [move(5, '3', '4')], '3', { since: null, until: 5 }],
  ['it serves still', [move(1, null, '3')], '3', { since: 1, until: null }],
  ['never', [move(1, null, '3')], '2', null],
  ['what was taken back does not count', [move(1, null, '3', { status: 'reverted' })], '3', null],
  ['a lifecycle word is no version', [move(1, 'active', 'archived', { action: 'archive' })], 'active', null],
])('%s', (_, changes, version, expected) => {
  expect(lastServed(changes.toReversed(), version)).toEqual(expected)
})
