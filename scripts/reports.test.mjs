import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { sum, totalsLine, totalsOf } from './reports.mjs'

const folder = mkdtempSync(join(tmpdir(), 'modeldeck-'))
afterAll(() => rmSync(folder, { recursive: true }))

const vitest = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [{ status: 'failed', assertionResults: [{}] }] }
const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] }

it.each([
  ['Vitest', vitest, { passed: 7, failed: 1, skipped: 3 }],
  ['Vitest with a file that does not load', { ...vitest, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }, { passed: 7, failed: 1, skipped: 3 }],
  ['Playwright, where flaky is failed', playwright, { passed: 5, failed: 2, skipped: 2 }],
  ['Playwright that could not begin', { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] }, { passed: 0, failed: 1, skipped: 0 }],
])('counts a report of %s', (_name, report, totals) => {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  expect(totalsOf(file)).toEqual(totals)
})

it('has no count without a report', () => {
  expect(totalsOf(join(folder, 'none.json'))).toBeNull()
})

it('adds up into one line', () => {
  expect(totalsLine(sum([{ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 4, skipped: 0 }]))).toBe('tests: 4 passed, 4 failed, 2 skipped')
})
