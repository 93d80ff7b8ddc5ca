import { expect, it } from 'vitest'
import { replacementRef } from './replacement'

const of = { source: 'mlflow', name: 'claims', version: '4' }

it.each([
  ['6', { ...of, version: '6' }],
  ['claims-v2/1', { ...of, name: 'claims-v2', version: '1' }],
  [' 6 ', { ...of, version: '6' }],
  ['', null],
  [null, null],
  ['/1', null],
  ['claims/', null],
])('reads %j', (text, expected) => {
  expect(replacementRef(of, text)).toEqual(expected)
})
