import { expect, it } from 'vitest'
import { keyedDifferences } from './keyedDifferences'

it('tells what differs from what is the same, by name as people count', () => {
  expect(keyedDifferences([{ p10: 'a', p9: 'x', lr: '0.1' }, { p10: 'b', lr: '0.1' }])).toEqual({
    differing: [{ name: 'p9', values: ['x', null] }, { name: 'p10', values: ['a', 'b'] }],
    same: [['lr', '0.1']],
  })
})

it('a record that is not known differs in nothing', () => {
  expect(keyedDifferences([{ lr: '0.1' }, null])).toEqual({ differing: [], same: [['lr', '0.1']] })
})

it.each(['constructor', '__proto__', 'toString'])('takes %s for a name like any other', (name) => {
  const record = Object.fromEntries([[name, 'x']])
  expect(keyedDifferences([record, {}]).differing).toEqual([{ name, values: ['x', null] }])
})
