import { expect, it } from 'vitest'
import { isOneOf, nameContains, nameIs } from './filter'

it.each([
  ['plain', "name='plain'"],
  ['say "hi"', `name='say "hi"'`],
  ["it's", `name="it's"`],
  [`it's "5"`, `name LIKE 'it_s "5"'`],
  ['back\\', "name='back\\'"],
])('%s is named', (name, filter) => {
  expect(nameIs(name)).toBe(filter)
})

it.each([
  ['frau', "name ILIKE '%frau%'"],
  ["' OR '1'='1", "name ILIKE '%_ OR _1_=_1%'"],
  ['a\\', "name ILIKE '%a_%'"],
])('%s is searched', (part, filter) => {
  expect(nameContains(part)).toBe(filter)
})

it('lists are Python literals', () => {
  expect(isOneOf('name', ["it's", 'back\\', 'x'])).toBe("name IN ('it\\'s','back\\\\','x')")
})
