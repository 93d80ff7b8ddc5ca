import { describe, expect, it } from 'vitest'
import { mergeReports, readJunit } from './junit'

const suite = (inner: string, attributes = '') => `<?xml version="1.0" encoding="utf-8"?><testsuites><testsuite name="pytest" ${attributes}>${inner}</testsuite></testsuites>`
const test = (name: string, inner = '') => `<testcase classname="tests.test_a" name="${name}" time="0.1">${inner}</testcase>`
const report = (over: object) => ({ passed: 0, failed: 0, skipped: 0, failedNames: [], at: null, ...over })

describe('a JUnit file', () => {
  it.each([
    ['passes', suite(test('a') + test('b')), { passed: 2 }],
    ['fails and errs, by name', suite(test('a') + test('b', '<failure message="assert"/>') + test('c', '<error/>')), { passed: 1, failed: 2, failedNames: ['b', 'c'] }],
    ['skips; an expected failure is written as skipped', suite(test('a', '<skipped type="pytest.xfail"/>') + test('b')), { passed: 1, skipped: 1 }],
    ['fails in teardown after a skip', suite(test('a', '<skipped/><error/>')), { failed: 1, failedNames: ['a'] }],
    ['errs twice in one name', suite(test('a', '<failure/>') + test('a', '<error/>')), { failed: 2, failedNames: ['a'] }],
    ['holds nothing', suite(''), {}],
    ['is one suite, as unittest-xml-reporting writes for each class', `<testsuite tests="1">${test('a')}</testsuite>`, { passed: 1 }],
    ['nests suites', `<testsuites><testsuite tests="2"><testsuite>${test('a')}</testsuite><testsuite>${test('b', '<failure/>')}</testsuite></testsuite></testsuites>`, { passed: 1, failed: 1, failedNames: ['b'] }],
    ['has a namespace', `<testsuites xmlns="urn:x">${test('a', '<failure/>')}</testsuites>`, { failed: 1, failedNames: ['a'] }],
    ['only counts', '<testsuites><testsuite tests="10" failures="1" errors="1" skipped="2"/><testsuite tests="5" failures="0"/></testsuites>', { passed: 11, failed: 2, skipped: 2 }],
    ['only counts at its root', '<testsuites tests="4" failures="1"><testsuite tests="4" failures="1"/></testsuites>', { passed: 3, failed: 1 }],
    ['counts nonsense', '<testsuite tests="many" failures="-1"/>', {}],
    ['begins with blank lines and a byte order mark', `\uFEFF\n ${suite(test('a'))}`, { passed: 1 }],
    ['names no name', suite('<testcase><failure/></testcase>'), { failed: 1, failedNames: ['a test without a name'] }],
    ['names markup', suite(test('&lt;img src=x onerror=alert(1)&gt;', '<failure/>')), { failed: 1, failedNames: ['<img src=x onerror=alert(1)>'] }],
    ['printed a page', suite(`${test('a')}<system-out><![CDATA[<!DOCTYPE html><testcase/>]]></system-out>`), { passed: 1 }],
  ])('that %s', (_, text, expected) => {
    expect(readJunit(text)).toEqual({ report: report(expected) })
  })

  it.each([
    ['2026-03-01T09:00:00.5+01:00', Date.UTC(2026, 2, 1, 8, 0, 0, 500)],
    ['2026-03-01T09:00:00Z', Date.UTC(2026, 2, 1, 9)],
    // pytest before 8: the machine's own time.
    ['2026-03-01T09:00:00.123456', null],
    ['yesterday', null],
  ])('of %s', (timestamp, at) => {
    expect(readJunit(suite(test('a'), `timestamp="${timestamp}"`))).toMatchObject({ report: { at } })
  })

  it('is as old as its oldest suite', () => {
    const times = ['2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z'].map((at) => `<testsuite timestamp="${at}">${test('a')}</testsuite>`)
    expect(readJunit(`<testsuites>${times.join('')}</testsuites>`)).toMatchObject({ report: { at: Date.UTC(2026, 2, 1) } })
  })

  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'abcdefghij'[n + 1]} "${`&${'abcdefghij'[n]};`.repeat(10)}">`).join('')}]>`
  it.each([
    ['not XML', 'FAILED (failures=1)', /not well-formed/],
    ['empty', '', /not well-formed/],
    ['cut off', suite(test('a')).slice(0, -20), /not well-formed/],
    ['a page', '<html><body>Sign in</body></html>', /root is <html>/],
    ['a bomb of entities', `<?xml version="1.0"?>\n<!-- x -->${laughs}<testsuites>&j;</testsuites>`, /document type/],
    ['a reader of files', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><testsuites>&f;</testsuites>', /document type/],
    ['an unknown entity', suite(test('a', '&nope;')), /not well-formed/],
  ])('that is %s is named, not guessed', (_, text, why) => {
    expect(readJunit(text)).toEqual({ unreadable: expect.stringMatching(why) })
  })

  it('of ten megabytes keeps its counts, and no more names than anybody reads', () => {
    const long = suite(Array.from({ length: 2000 }, (_, n) => test(`t${n}-${'x'.repeat(300)}`, n % 2 === 0 ? '<failure/>' : '')).join('') + `<system-out>${'log line '.repeat(1_000_000)}</system-out>`)
    const read = readJunit(long)
    if (!('report' in read)) throw new Error(read.unreadable)
    expect(read.report).toMatchObject({ passed: 1000, failed: 1000 })
    expect(read.report.failedNames).toHaveLength(200)
    expect(read.report.failedNames[0]).toHaveLength(201)
  })
})

it('several files are one report, as old as the oldest', () => {
  const a = report({ passed: 1, failed: 1, failedNames: ['x'], at: 5 })
  expect(mergeReports([a, report({ passed: 2, failed: 1, failedNames: ['x'], at: 3 })])).toEqual(report({ passed: 3, failed: 2, failedNames: ['x'], at: 3 }))
  expect(mergeReports([])).toBeNull()
})
