import { describe, expect, it, test } from 'vitest'
import { readJunit, readTestSummary } from './junit'

const pytest = `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="1" tests="4" time="0.1" timestamp="2026-11-20T08:15:30.123456+01:00" hostname="ci">
<testcase classname="tests.test_churn" name="test_loads" time="0.01" />
<testcase classname="tests.test_churn" name="test_recall" time="0.02"><failure message="assert 0.7 &gt; 0.8">def test_recall(): &lt;script&gt;</failure></testcase>
<testcase classname="tests.test_churn" name="test_broken" time="0.02"><error message="failed on setup">boom</error></testcase>
<testcase classname="tests.test_churn" name="test_gpu" time="0"><skipped type="pytest.skip" message="no gpu" /></testcase>
</testsuite></testsuites>`

const unittest = `<testsuite name="test_model.TestModel" tests="2" failures="0" errors="0" timestamp="2026-11-20T08:15:30"><testcase name="test_a"/><testcase name="test_b"/></testsuite>`

describe('JUnit XML', () => {
  it('of pytest: counts, failures by name, when', () => {
    expect(readJunit(pytest)).toEqual({
      passed: 1,
      failed: 2,
      skipped: 1,
      failedNames: ['test_recall', 'test_broken'],
      at: Date.parse('2026-11-20T07:15:30.123Z'),
    })
  })

  it('of unittest: one suite as the root, and a time without a zone says nothing', () => {
    expect(readJunit(unittest)).toEqual({ passed: 2, failed: 0, skipped: 0, failedNames: [], at: null })
  })

  it('counts what is there, not what the header claims', () => {
    expect(readJunit('<testsuite tests="99" failures="0"><testcase name="a"><failure/></testcase></testsuite>')).toMatchObject({ passed: 0, failed: 1 })
  })

  test.each(['', 'not xml', '<html><body/></html>', '<testsuite><testcase></testsuite>', '{"tests": 3}'])('%j is no report', (text) => {
    expect(readJunit(text)).toBeNull()
  })
})

describe('the last line of pytest', () => {
  test.each([
    ['118 passed in 12.3s', { passed: 118, failed: 0, skipped: 0 }],
    ['== 3 failed, 115 passed, 1 skipped, 2 warnings in 4.20s ==', { passed: 115, failed: 3, skipped: 1 }],
    ['2 errors in 0.1s', { passed: 0, failed: 2, skipped: 0 }],
    ['1 failed, 1 error', { passed: 0, failed: 2, skipped: 0 }],
  ])('%s', (text, counts) => expect(readTestSummary(text)).toMatchObject(counts))

  test.each(['', 'green', 'no tests ran in 0.01s', '3 skipped'])('%j counts nothing', (text) => expect(readTestSummary(text)).toBeNull())
})
