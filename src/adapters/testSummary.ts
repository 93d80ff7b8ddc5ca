import type { TestReport } from '@/domain/gate/evidence'

/**
 * The last lines of pytest (`3 failed, 115 passed, 1 skipped in 4.20s`) or of unittest
 * (`Ran 12 tests in 0.1s … FAILED (failures=1, skipped=2)`), as the tag `modeldeck.tests` holds them.
 * `null`: they count nothing.
 */
export function readTestSummary(text: string): TestReport | null {
  const counts = unittestCounts(text) ?? pytestCounts(text)
  return counts && { ...counts, failedNames: [], at: null }
}

type Counts = Pick<TestReport, 'passed' | 'failed' | 'skipped'>

function pytestCounts(text: string): Counts | null {
  const count = (word: string) => countIn(text, new RegExp(`(\\d+) ${word}\\b`))
  const [passed, failed, errors, skipped, xfailed, xpassed] = ['passed', 'failed', 'errors?', 'skipped', 'xfailed', 'xpassed'].map(count)
  if ([passed, failed, errors, skipped, xfailed, xpassed].every((found) => found == null)) return null
  return {
    passed: (passed ?? 0) + (xpassed ?? 0),
    failed: (failed ?? 0) + (errors ?? 0),
    skipped: (skipped ?? 0) + (xfailed ?? 0),
  }
}

function unittestCounts(text: string): Counts | null {
  const ran = countIn(text, /\bRan (\d+) tests?\b/)
  if (ran === null) return null
  const count = (key: string) => countIn(text, new RegExp(`\\b${key}=(\\d+)`)) ?? 0
  const failed = count('failures') + count('errors') + count('unexpected successes')
  const skipped = count('skipped') + count('expected failures')
  return { passed: Math.max(0, ran - failed - skipped), failed, skipped }
}

function countIn(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}
