import type { Artifact } from '@/domain/artifact'
import type { ModelVersion } from '@/domain/version'
import { SourceError } from '@/ports/sourceError'
import { chooseRoot, runFolder } from './artifactPath'
import type { Connection } from './connection'
import { api, nextToken, orWhenMissing } from './connection'
import { fileAddress } from './fileAddress'
import { artifactsSchema } from './wire'

/** 1 MB of text is more than anybody reads on a page. */
const mostText = 1_000_000

/**
 * The version's own files, and under `@run` those of its run. Only MLflow 3's logged models and files kept
 * with the run can be listed; of others, single files can still be read by path.
 */
export async function listArtifacts(
  connection: Connection,
  version: ModelVersion,
  path: string,
  signal?: AbortSignal,
): Promise<readonly Artifact[]> {
  const root = chooseRoot(version, path)
  const own = root === null ? [] : await orWhenMissing(listFolder(connection, root, signal), [])
  const withRun = path === '' && version.runId !== null
  return withRun ? [...own, { path: runFolder, isFolder: true, sizeBytes: null }] : own
}

async function listFolder(
  { calls }: Connection,
  root: NonNullable<ReturnType<typeof chooseRoot>>,
  signal?: AbortSignal,
): Promise<readonly Artifact[]> {
  const found: Artifact[] = []
  let token: string | null = null
  do {
    const answer: Awaited<ReturnType<typeof calls.json<typeof artifactsSchema>>> = await calls.json(artifactsSchema, {
      method: 'GET',
      ...(root.kind === 'logged-model'
        ? {
            path: `${api}/logged-models/${encodeURIComponent(root.id)}/artifacts/directories`,
            query: { artifact_directory_path: root.path || undefined, page_token: token ?? undefined },
          }
        : {
            path: `${api}/artifacts/list`,
            query: { run_id: root.id, path: root.path || undefined, page_token: token ?? undefined },
          }),
      signal,
    })
    for (const file of answer.files) {
      found.push({
        path: root.outer(file.path),
        isFolder: file.is_dir === true,
        sizeBytes: file.is_dir === true ? null : (file.file_size ?? null),
      })
    }
    token = nextToken(answer.next_page_token, token)
  } while (token !== null)
  return found
}

/** Text of a file, at most `maxBytes`. @throws SourceError `unsupported` above, `not-found` */
export async function readArtifact(
  connection: Connection,
  version: ModelVersion,
  path: string,
  signal?: AbortSignal,
  maxBytes = mostText,
): Promise<string> {
  try {
    return await connection.calls.text({ method: 'GET', ...fileAddress(version, path), maxBytes, signal })
  } catch (error) {
    if (!(error instanceof SourceError) || error.kind !== 'server') throw error
    // MLflow 2 answers 500 for a file that is not there: its folder tells.
    throw (await isMissing(connection, version, path, signal)) ? missing(connection, version, path) : error
  }
}

async function isMissing(
  connection: Connection,
  version: ModelVersion,
  path: string,
  signal?: AbortSignal,
): Promise<boolean> {
  const folder = path.split('/').slice(0, -1).join('/')
  if (chooseRoot(version, folder) === null) return false
  try {
    const files = await listArtifacts(connection, version, folder, signal)
    return !files.some((file) => file.path === path)
  } catch {
    return false
  }
}

function missing({ id }: Connection, { ref }: ModelVersion, path: string): SourceError {
  return new SourceError({
    source: id,
    kind: 'not-found',
    message: `${ref.name} ${ref.version} keeps no file "${path}" in ${id}.`,
    advice: 'It may have been deleted: reload the list of files.',
  })
}

/** The bytes of a file. @throws SourceError `not-found` */
export function downloadArtifact({ calls }: Connection, version: ModelVersion, path: string, signal?: AbortSignal): Promise<Blob> {
  return calls.blob({ method: 'GET', ...fileAddress(version, path), signal })
}
