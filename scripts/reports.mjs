import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @type {Totals} */
const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * Counts the tests of a JSON report, of Vitest or of Playwright.
 * @param {string} file
 * @returns {Totals | null} null when the run wrote no report
 */
export function totalsOf(file) {
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8'))
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats
    // What stands outside of any test, such as a spec that does not load.
    const errors = unexpected === 0 ? report.errors.length : 0
    return { passed: expected, failed: unexpected + flaky + errors, skipped }
  }
  // A file that does not load is a failed suite without a test.
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @param {readonly Totals[]} all @returns {Totals} */
export function sum(all) {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), none)
}

/** @param {Totals} totals */
export function totalsLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`
}
