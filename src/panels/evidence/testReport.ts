import { queryOptions } from '@tanstack/react-query'
import type { TestReport } from '@/domain/gate/evidence'
import type { Run } from '@/domain/run'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { registryKeys } from '@/queries/registry'
import { readJunit, readTestSummary } from './junit'

/** Where reports are looked for, among a version's files and those of its run (docs/evidence.md). */
export const reportPaths = ['tests/junit.xml', 'test-results/junit.xml', 'reports/junit.xml', 'junit.xml'] as const

/** The tag of a version or run that may say how its tests went, in the words of pytest's last line. */
const summaryTag = 'modeldeck.tests'

/** The JUnit file that a version or its run keeps; `null`: there is none, or it says nothing. */
export function testReportQuery(registry: RegistrySource, version: ModelVersion) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'tests', version.ref.version],
    queryFn: ({ signal }) => findReport(registry, version, signal),
    staleTime: 5 * 60_000,
  })
}

/** What a tag says where no file does. */
export function taggedReport(version: ModelVersion, run: Run | null): TestReport | null {
  const text = version.tags[summaryTag] ?? run?.tags[summaryTag]
  return text === undefined ? null : readTestSummary(text)
}

async function findReport(registry: RegistrySource, version: ModelVersion, signal: AbortSignal): Promise<TestReport | null> {
  const own = await folder(registry, version, '', signal)
  const found = await inFolder(registry, version, '', own, signal)
  if (found) return found
  // The files of the run are shown as a folder among the version's own.
  const run = own.find((path) => path.startsWith('@'))
  if (run === undefined) return null
  return inFolder(registry, version, `${run}/`, await folder(registry, version, run, signal), signal)
}

async function inFolder(
  registry: RegistrySource,
  version: ModelVersion,
  prefix: string,
  names: readonly string[],
  signal: AbortSignal,
): Promise<TestReport | null> {
  for (const path of reportPaths) {
    const first = path.split('/')[0] ?? path
    if (!names.includes(prefix + first)) continue
    const text = await absent(registry.readArtifact(version, prefix + path, signal), null)
    const report = text === null ? null : readJunit(text)
    if (report) return report
  }
  return null
}

async function folder(registry: RegistrySource, version: ModelVersion, path: string, signal: AbortSignal): Promise<string[]> {
  const files = await absent(registry.listArtifacts(version, path, signal), [])
  return files.map((file) => file.path)
}

async function absent<T>(asked: Promise<T>, instead: T): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'not-found') return instead
    throw error
  }
}
