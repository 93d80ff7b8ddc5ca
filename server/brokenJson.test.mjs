import { expect, it } from 'vitest'
import { whereJsonBreaks } from './brokenJson.mjs'

it.each([
  ['{"a":1,}', 1, 8],
  ['{\n  "a": tru\n}', 2, 8],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['[1, 2', 1, 6],
  ['', 1, 1],
  ['{"a": "tab\tinside"}', 1, 7],
  ['{"a": "\\x"}', 1, 7],
  ['{} {}', 1, 4],
  ['<html>', 1, 1],
  ["{\n\n\t'a': 1}", 3, 2],
])('%j stops being JSON in line %i, column %i', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  expect(whereJsonBreaks(text)).toEqual({ line, column })
})
