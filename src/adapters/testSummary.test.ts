import { expect, it } from 'vitest'
import { readTestSummary } from './testSummary'

it.each([
  ['3 failed, 115 passed, 1 skipped in 4.20s', [115, 3, 1]],
  ['==== 12 passed in 0.31s ====', [12, 0, 0]],
  ['1 passed, 2 errors in 1s', [1, 2, 0]],
  ['1 error in 0.05s', [0, 1, 0]],
  ['5 passed, 1 xfailed, 1 xpassed, 3 warnings in 1s', [6, 0, 1]],
  ['2 skipped in 0.1s', [0, 0, 2]],
  ['Ran 12 tests in 0.104s\n\nOK', [12, 0, 0]],
  ['Ran 12 tests in 0.104s FAILED (failures=1, errors=2, skipped=3)', [6, 3, 3]],
  ['Ran 0 tests in 0.000s OK', [0, 0, 0]],
] as const)('%s', (text, [passed, failed, skipped]) => {
  expect(readTestSummary(text)).toEqual({ passed, failed, skipped, failedNames: [], at: null })
})

it.each([[''], ['green'], ['all tests passed'], ['no tests ran in 0.01s'], ['{"passed": 3}']])('%j counts nothing', (text) => {
  expect(readTestSummary(text)).toBeNull()
})
