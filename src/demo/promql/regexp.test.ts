import { expect, it } from 'vitest'
import { compileRegexp } from './regexp'

it.each([
  ['a|b', ['a', 'b'], ['ab', '']],
  ['5..', ['500'], ['50', '5000']],
  ['(?i)FRAUD', ['fraud'], ['frauds']],
  ['[[:alpha:]_]+', ['ab_'], ['a1']],
  ['\\Qa.b\\E', ['a.b'], ['axb']],
  ['a\\-b\\_c', ['a-b_c'], ['ab_c']],
  ['x{2}y{', ['xxy{'], ['xy{']],
  ['(?P<n>a)+', ['aa'], ['b']],
  ['[]a]', [']', 'a'], ['b']],
  ['\\pL+', ['Ünï'], ['1']],
])('%s matches as RE2 does', (pattern, matching, other) => {
  const compiled = compileRegexp(pattern)
  expect(matching.filter((text) => !compiled.test(text))).toEqual([])
  expect(other.filter((text) => compiled.test(text))).toEqual([])
})

it.each([
  ['(', 'missing closing ): `^(?:()$`'],
  ['a(?!b)', 'invalid or unsupported Perl syntax: `(?!`'],
  ['(a)\\1', 'invalid escape sequence: `\\1`'],
])('%s is refused', (pattern, words) => {
  expect(() => compileRegexp(pattern)).toThrow(`error parsing regexp: ${words}`)
})
