import { describe, expect, it } from 'vitest'
import { filterTokens } from './mlflowFilterTokens'
import { listValue } from './mlflowFilterValues'

const read = (filter: string) => {
  const [token] = filterTokens(filter)
  if (!token) throw new Error('no token')
  return listValue(token)
}

// Each tried on MLflow 3.17.2.
describe('a list is a Python literal', () => {
  it.each([
    [`('b')`, ['b']],
    [`("b",)`, ['b']],
    [String.raw`('it\'s', "b")`, [`it's`, 'b']],
    [String.raw`("a\"b",'b')`, ['a"b', 'b']],
    [String.raw`('back\\slash')`, ['back\\slash']],
    [String.raw`('back\slash')`, ['back\\slash']],
    [`('b' 'c')`, ['bc']],
    [`('a''b')`, ['ab']],
    [String.raw`('a) \') b', 'c')`, [`a) ') b`, 'c']],
    [`('🚚 "x"')`, ['🚚 "x"']],
  ])('%s', (filter, expected) => {
    expect(read(filter)).toEqual(expected)
  })

  it.each(['()', '(1, 2)', `('a' 1)`])('%s is refused', (filter) => {
    expect(() => read(filter)).toThrow(/While parsing a list in the query/)
  })
})
