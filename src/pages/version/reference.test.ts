import { expect, it } from 'vitest'
import type { Change } from '@/domain/change'
import { aVersion } from '@/domain/testData'
import { referenceOf } from './reference'

const promotion: Change = {
  id: '01',
  action: 'promote',
  status: 'done',
  actor: 'priya',
  actorKind: 'authenticated',
  at: 0,
  reason: '',
  from: '11',
  to: '12',
  checks: [],
  overrides: [],
}
const champion = { version: '12', by: 'alias' } as const

it('holds a version against the champion', () => {
  expect(referenceOf(aVersion('13'), champion)).toEqual({ version: '12', label: 'champion' })
})

it('holds the champion against the one that it replaced', () => {
  expect(referenceOf(aVersion('12', { changes: [promotion] }), champion)).toEqual({ version: '11', label: 'previous champion' })
})

it.each([
  ['nothing serves', aVersion('13'), null],
  ['no record says what it replaced', aVersion('12'), champion],
  ['it was the first', aVersion('12', { changes: [{ ...promotion, from: null }] }), champion],
  ['its promotion was taken back', aVersion('12', { changes: [{ ...promotion, status: 'reverted' }] }), champion],
])('has nothing to hold it against where %s', (_, version, production) => {
  expect(referenceOf(version, production)).toBeNull()
})
