import type { TestReport } from '@/domain/gate/evidence'

/** More names than anybody reads. */
const mostNames = 200
const longestName = 200

/** A document type before the root element; what a test printed may hold anything. */
const prolog = /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*<!DOCTYPE/i

/**
 * What `pytest --junit-xml`, unittest-xml-reporting and most other runners write. A case with a `<failure>`
 * or an `<error>` failed; xfail is written as skipped. A file that counts without listing cases is taken at
 * its word. `unreadable` says why it is no such file.
 * https://docs.pytest.org/en/stable/how-to/output.html#creating-junitxml-format-files
 */
export function readJunit(text: string): { report: TestReport } | { unreadable: string } {
  // Entities are declared there and may be made to grow without end; no test runner writes any.
  if (prolog.test(text)) return { unreadable: 'it declares a document type, which no test report has' }
  const document = new DOMParser().parseFromString(text.trimStart(), 'application/xml')
  const root = document.documentElement
  if (document.querySelector('parsererror') !== null) return { unreadable: 'it is not well-formed XML' }
  if (!['testsuites', 'testsuite'].includes(root.localName)) return { unreadable: `its root is <${root.localName}>, not <testsuites>` }
  const cases = [...document.querySelectorAll('testcase')]
  const at = startOf(document)
  if (cases.length === 0) return { report: { ...countsOf(root), failedNames: [], at } }

  const failed = cases.filter((test) => has(test, ['failure', 'error']))
  const skipped = cases.filter((test) => has(test, ['skipped']) && !has(test, ['failure', 'error']))
  // A retried or parametrised case may fail under one name twice.
  const names = [...new Set(failed.map(nameOf))]
  return {
    report: {
      passed: cases.length - failed.length - skipped.length,
      failed: failed.length,
      skipped: skipped.length,
      failedNames: names.slice(0, mostNames),
      at,
    },
  }
}

function has(test: Element, names: readonly string[]): boolean {
  return [...test.children].some((child) => names.includes(child.localName))
}

function nameOf(test: Element): string {
  const name = test.getAttribute('name')?.trim() || 'a test without a name'
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name
}

/** The counts of the root, else those of the suites right below it. */
function countsOf(root: Element): Pick<TestReport, 'passed' | 'failed' | 'skipped'> {
  const suites = root.hasAttribute('tests') ? [root] : [...root.children].filter(({ localName }) => localName === 'testsuite')
  const sum = (attribute: string) => suites.reduce((total, suite) => total + countOf(suite, attribute), 0)
  const failed = sum('failures') + sum('errors')
  const skipped = sum('skipped') + sum('skip')
  return { passed: Math.max(0, sum('tests') - failed - skipped), failed, skipped }
}

function countOf(suite: Element, attribute: string): number {
  const text = suite.getAttribute(attribute) ?? ''
  return /^\d+$/.test(text) ? Number(text) : 0
}

/** The oldest of the suites' times: a report is as old as its oldest part. */
function startOf(document: Document): number | null {
  const times = [...document.querySelectorAll('[timestamp]')].flatMap((suite) => instantOf(suite.getAttribute('timestamp') ?? '') ?? [])
  return times.length === 0 ? null : Math.min(...times)
}

/** A time without a zone is the test machine's own, which nobody here knows. */
function instantOf(timestamp: string): number | null {
  if (!/(?:Z|[+-]\d\d:?\d\d)$/.test(timestamp)) return null
  const at = Date.parse(timestamp)
  return Number.isNaN(at) ? null : at
}

/** Several files of one run as one report. */
export function mergeReports(reports: readonly TestReport[]): TestReport | null {
  if (reports.length === 0) return null
  const sum = (key: 'passed' | 'failed' | 'skipped') => reports.reduce((total, report) => total + report[key], 0)
  const times = reports.flatMap(({ at }) => at ?? [])
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failedNames: [...new Set(reports.flatMap(({ failedNames }) => failedNames))].slice(0, mostNames),
    at: times.length === 0 ? null : Math.min(...times),
  }
}
