import type { TestReport } from '@/domain/gate/evidence'

/** More names than anybody reads in a sentence. */
const mostNames = 20

/**
 * What pytest's `--junit-xml` and unittest-xml-reporting write. `null`: not such a file. A case with a
 * `<failure>` or an `<error>` failed; xfail is written as skipped.
 * https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files
 */
export function readJunit(text: string): TestReport | null {
  const document = new DOMParser().parseFromString(text, 'application/xml')
  const root = document.documentElement
  if (document.querySelector('parsererror') !== null || !['testsuites', 'testsuite'].includes(root.localName)) return null
  const cases = [...document.querySelectorAll('testcase')]
  const failed = cases.filter((test) => has(test, 'failure') || has(test, 'error'))
  const skipped = cases.filter((test) => !failed.includes(test) && has(test, 'skipped'))
  return {
    passed: cases.length - failed.length - skipped.length,
    failed: failed.length,
    skipped: skipped.length,
    failedNames: failed.slice(0, mostNames).map((test) => test.getAttribute('name') ?? 'a test without a name'),
    at: instantOf(document.querySelector('[timestamp]')?.getAttribute('timestamp') ?? null),
  }
}

function has(test: Element, name: string): boolean {
  return [...test.children].some((child) => child.localName === name)
}

/** A time without a zone is the test machine's own, which nobody here knows. */
function instantOf(timestamp: string | null): number | null {
  if (timestamp === null || !/(?:Z|[+-]\d\d:?\d\d)$/.test(timestamp)) return null
  const at = Date.parse(timestamp)
  return Number.isNaN(at) ? null : at
}

/**
 * The last line of pytest (`3 failed, 115 passed, 1 skipped in 4.2s`) as the tag `modeldeck.tests` holds it.
 * `null`: it counts nothing.
 */
export function readTestSummary(text: string): TestReport | null {
  const count = (word: string) => {
    const found = new RegExp(`(\\d+) ${word}\\b`).exec(text)?.[1]
    return found === undefined ? null : Number(found)
  }
  const [passed, failed, errors, skipped] = [count('passed'), count('failed'), count('errors?'), count('skipped')]
  if (passed === null && failed === null && errors === null) return null
  return { passed: passed ?? 0, failed: (failed ?? 0) + (errors ?? 0), skipped: skipped ?? 0, failedNames: [], at: null }
}
