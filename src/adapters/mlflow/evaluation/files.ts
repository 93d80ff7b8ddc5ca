import { SourceError } from '@/ports/sourceError'
import type { ModelVersion } from '@/domain/version'
import { runFolder } from '@/adapters/mlflow/artifactPath'
import { listArtifacts, readArtifact } from '@/adapters/mlflow/artifacts'
import { mapLimited } from '@/adapters/mlflow/concurrency'
import { orWhenMissing, type Connection } from '@/adapters/mlflow/connection'
import type { Artifact } from '@/domain/artifact'
import type { Problem } from '@/domain/problem'
import { isData, isPicture, kindOf, splitOf } from './kinds'
import { readContent } from './table'

/** Folders of the version and of its run that are looked into. */
const folders = new Set(['evaluation', 'eval', 'validation', 'metrics', 'plots', 'figures', 'slices', 'cv'])
/** A precision-recall curve of 100,000 cases, as JSON. */
const mostBytes = 8_000_000

/** Every file that may belong to the evaluation; those on held-out data first. */
export async function findFiles(connection: Connection, version: ModelVersion, signal?: AbortSignal): Promise<readonly string[]> {
  const list = (path: string) => orWhenMissing(listArtifacts(connection, version, path, signal), [])
  const roots = await mapLimited(version.runId === null ? [''] : ['', runFolder], 2, list)
  const there = roots.flat().filter(({ path }) => path !== runFolder)
  const inner = await mapLimited(there.filter(isEvaluationFolder).map(({ path }) => path), 4, list)
  const files = [...there, ...inner.flat()].filter(({ isFolder }) => !isFolder).map(({ path }) => path)
  return files.filter((path) => (isData(path) && kindOf(path) !== null) || isPicture(path)).toSorted((a, b) => splitOf(a) - splitOf(b))
}

function isEvaluationFolder({ path, isFolder }: Artifact): boolean {
  return isFolder && folders.has((path.split('/').at(-1) ?? '').toLowerCase())
}

/** A file's content, or why there is none. */
export type ReadFile = { path: string; content: unknown } | { path: string; problem: Problem }

/** What one file holds. @throws SourceError for what may pass: the server is down, the session over */
export async function readFile(connection: Connection, version: ModelVersion, path: string, signal?: AbortSignal): Promise<ReadFile> {
  try {
    const content = readContent(path, await readArtifact(connection, version, path, signal, mostBytes))
    return content === undefined ? { path, problem: { field: path, message: 'The file is neither JSON nor a table that can be read.' } } : { path, content }
  } catch (error) {
    if (!(error instanceof SourceError) || !['not-found', 'denied', 'unsupported'].includes(error.kind)) throw error
    return { path, problem: { field: path, message: error.message } }
  }
}
