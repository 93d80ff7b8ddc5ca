import { expect, test } from 'vitest'
import type { Change } from './change'
import type { RollbackTarget } from './rollback'
import { rollbackTarget } from './rollback'
import { aVersion } from './testData'
import type { ModelVersion } from './version'

type Record = Pick<Change, 'status' | 'at' | 'from' | 'to'>
const promoted = (at: number, from: string | null, to: string, said: Partial<Record> = {}): Record => ({
  status: 'done',
  at,
  from,
  to,
  ...said,
})
const all = ['1', '2', '3', '4', '10'].map((version) => aVersion(version))

test.each<[string, string, Record[], ModelVersion[], RollbackTarget | null]>([
  ['what the promotion replaced', '4', [promoted(1, '2', '4')], all, { version: '2', by: 'record' }],
  ['the newest promotion counts', '4', [promoted(1, '1', '4'), promoted(2, '2', '4')], all, { version: '2', by: 'record' }],
  ['the next older without a record', '10', [], all, { version: '4', by: 'order' }],
  ['not back to what a rollback left', '3', [promoted(2, '4', '3'), promoted(1, '1', '3')], all, { version: '1', by: 'record' }],
  ['not by a decision that did not hold', '4', [promoted(1, '2', '4', { status: 'overtaken' })], all, { version: '3', by: 'order' }],
  ['not to a version that is gone', '4', [promoted(1, '0', '4')], all, { version: '3', by: 'order' }],
  ['not to a retired one', '3', [promoted(1, '2', '3')], [aVersion('2', { state: 'deprecated' }), aVersion('1')], { version: '1', by: 'order' }],
  ['not to a failed one', '2', [], [aVersion('1', { status: 'failed' })], null],
  ['the first version has none', '1', [], all, null],
])('%s', (_, production, changes, versions, target) => {
  expect(rollbackTarget(production, changes, versions)).toEqual(target)
})
