import { mergeReports, readJunit } from '@/adapters/junit'
import { readTestSummary } from '@/adapters/testSummary'
import { tagNames, tagValue } from '@/adapters/annotations/index'
import type { TestReport } from '@/domain/gate/evidence'
import type { ModelVersion } from '@/domain/version'
import { SourceError } from '@/ports/sourceError'
import { runFolder } from './artifactPath'
import { listArtifacts, readArtifact } from './artifacts'
import type { Connection } from './connection'
import { orWhenMissing } from './connection'
import type { Runs } from './runs'

/** Captured output makes reports long; beyond this nobody waits for one. */
const mostBytes = 10_000_000
/** Files of one run that are read together. */
const mostFiles = 20

/** Where reports are looked for, among the version's own files and then those of its run. docs/tests-report.md */
export const reportFiles = ['tests/junit.xml', 'junit.xml', 'reports/junit.xml'] as const
/** Every `.xml` in it is a part of the report. */
export const reportFolder = 'test-results'

/**
 * How the tests of a version went: what a JUnit file says, else its tag `modeldeck.tests`, else its run's.
 * @throws SourceError `invalid-response` for a file that is there and cannot be read
 */
export async function getTestReport(
  connection: Connection,
  version: ModelVersion,
  runs: Runs,
  signal?: AbortSignal,
): Promise<TestReport | null> {
  for (const root of version.runId === null ? [''] : ['', `${runFolder}/`]) {
    const report = await reportBelow(connection, version, root, signal)
    if (report !== null) return report
  }
  const own = tagValue(version.tags, tagNames.tests)
  if (own !== null) return readTestSummary(own)
  if (version.runId === null) return null
  const run = (await runs.get([version.runId], signal)).get(version.runId)
  const said = run ? tagValue(run.tags, tagNames.tests) : null
  return said === null ? null : readTestSummary(said)
}

async function reportBelow(
  connection: Connection,
  version: ModelVersion,
  root: string,
  signal?: AbortSignal,
): Promise<TestReport | null> {
  const list = async (folder: string) => {
    const files = await orWhenMissing(listArtifacts(connection, version, folder.replace(/\/$/, ''), signal), [])
    return files.map(({ path }) => path)
  }
  const there = await list(root)
  for (const path of reportFiles) {
    if (!there.includes(root + (path.split('/')[0] ?? path))) continue
    const report = await readReport(connection, version, root + path, signal)
    if (report !== null) return report
  }
  if (!there.includes(root + reportFolder)) return null
  const parts = (await list(root + reportFolder)).filter((path) => path.toLowerCase().endsWith('.xml')).slice(0, mostFiles)
  const reports: TestReport[] = []
  for (const path of parts) {
    const report = await readReport(connection, version, path, signal)
    if (report !== null) reports.push(report)
  }
  return mergeReports(reports)
}

/** `null`: there is no such file. */
async function readReport(
  connection: Connection,
  version: ModelVersion,
  path: string,
  signal?: AbortSignal,
): Promise<TestReport | null> {
  const text = await orWhenMissing(readArtifact(connection, version, path, signal, mostBytes), null)
  if (text === null) return null
  const read = readJunit(text)
  if ('report' in read) return read.report
  throw new SourceError({
    source: connection.id,
    kind: 'invalid-response',
    message: `The test report ${path} of ${version.ref.name} ${version.ref.version} cannot be read: ${read.unreadable}.`,
    advice: 'Look at the file among the artifacts; `pytest --junit-xml` writes one that can be read.',
  })
}
