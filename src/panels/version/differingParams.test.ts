import { expect, it } from 'vitest'
import { aRun } from '@/domain/testData'
import { differingParams } from './differingParams'

const run = (params: Readonly<Record<string, string>>) => aRun({ params })

it('lists what differs or is missing, and nothing else', () => {
  expect(differingParams([run({ depth: '4', rate: '0.1', seed: '1' }), run({ depth: '6', seed: '1' })])).toEqual([
    { name: 'depth', values: ['4', '6'] },
    { name: 'rate', values: ['0.1', null] },
  ])
})

it('does not call a version without a run different', () => {
  expect(differingParams([run({ depth: '4' }), null])).toEqual([])
})

it('reads only what was logged under the name', () => {
  expect(differingParams([run({ constructor: '1' }), run({})])).toEqual([{ name: 'constructor', values: ['1', null] }])
})
