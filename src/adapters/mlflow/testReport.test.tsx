import { describe, expect, it } from 'vitest'
import { aVersion } from '@/domain/testData'
import { SourceError } from '@/ports/sourceError'
import { overAnswers } from './fakeServer'

const run = 'a'.repeat(32)
const inRun = aVersion('3', { runId: run, sourceUri: `runs:/${run}/model` })
const xml = (failed: boolean) => `<testsuites><testsuite><testcase name="a">${failed ? '<failure/>' : ''}</testcase></testsuite></testsuites>`

/** A run that keeps these files, and tags. */
function keeping(files: Readonly<Record<string, string>>, tags: Readonly<Record<string, string>> = {}) {
  return overAnswers(({ path, query }) => {
    if (path.endsWith('/artifacts/list')) {
      const folder = query.get('path') ?? ''
      const below = Object.keys(files).filter((file) => folder === '' || file.startsWith(`${folder}/`))
      const depth = folder === '' ? 1 : folder.split('/').length + 1
      const paths = [...new Set(below.map((file) => file.split('/').slice(0, depth).join('/')))]
      return { root_uri: 'x', files: paths.map((one) => ({ path: one, is_dir: !(one in files) })) }
    }
    if (path.endsWith('/get-artifact')) {
      const text = files[query.get('path') ?? '']
      return text === undefined ? undefined : new Response(text)
    }
    if (path.endsWith('/experiments/search')) return { experiments: [{ experiment_id: '1', name: 'x' }] }
    if (path.endsWith('/runs/search')) {
      return { runs: [{ info: { run_id: run, experiment_id: '1' }, data: { tags: Object.entries(tags).map(([key, value]) => ({ key, value })) } }] }
    }
    return undefined
  })
}

describe('the tests of a version', () => {
  it.each([['tests/junit.xml'], ['junit.xml'], ['reports/junit.xml'], ['test-results/unit.xml']])('are read from its run’s %s', async (file) => {
    const { source } = keeping({ [file]: xml(true), 'MODEL_CARD.md': '# x' })
    expect(await source.getTestReport(inRun)).toMatchObject({ passed: 0, failed: 1, failedNames: ['a'] })
  })

  it('are all the files of test-results together', async () => {
    const { source } = keeping({ 'test-results/a.xml': xml(true), 'test-results/b.XML': xml(false), 'test-results/log.txt': 'x' })
    expect(await source.getTestReport(inRun)).toMatchObject({ passed: 1, failed: 1 })
  })

  it('cost two lists where there is no file', async () => {
    const { source, asked } = keeping({ 'MODEL_CARD.md': '# x' })
    expect(await source.getTestReport(inRun)).toBeNull()
    expect(asked.filter(({ path }) => path.endsWith('/artifacts/list'))).toHaveLength(2)
    expect(asked.filter(({ path }) => path.endsWith('/get-artifact'))).toHaveLength(0)
  })

  it('are told by a tag of the version, else of its run', async () => {
    const { source } = keeping({}, { 'modeldeck.tests': '2 passed in 1s' })
    expect(await source.getTestReport(inRun)).toMatchObject({ passed: 2, failed: 0 })
    expect(await source.getTestReport({ ...inRun, tags: { 'modeldeck.tests': '1 failed in 1s' } })).toMatchObject({ failed: 1 })
    expect(await source.getTestReport({ ...inRun, tags: { 'modeldeck.tests': 'green' } })).toBeNull()
  })

  it('that cannot be read are said to be, with the file', async () => {
    const { source } = keeping({ 'tests/junit.xml': '<!DOCTYPE x><testsuites/>' })
    const error: unknown = await source.getTestReport(inRun).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SourceError)
    expect(error).toMatchObject({ kind: 'invalid-response', message: 'The test report @run/tests/junit.xml of claim-fraud 3 cannot be read: it declares a document type, which no test report has.' })
  })

  it('that are longer than ten megabytes are not waited for', async () => {
    const { source } = keeping({ 'junit.xml': 'x'.repeat(10_000_001) })
    await expect(source.getTestReport(inRun)).rejects.toMatchObject({ kind: 'unsupported' })
  })
})
