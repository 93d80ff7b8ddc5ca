import type { ModelVersion } from '@/domain/version'
import { runFolder } from './artifactPath'
import type { Connection } from './connection'

/** The address of a file, for a link that the browser follows. */
export function artifactUrl({ calls }: Connection, version: ModelVersion, path: string): string {
  const { path: address, query } = fileAddress(version, path)
  return calls.url(address, query)
}

/**
 * Where a file is read: of the version, or below `@run` of its run. Neither is below /api.
 * https://mlflow.org/docs/latest/self-hosting/architecture/artifact-store/
 */
export function fileAddress(version: ModelVersion, path: string): { path: string; query: Record<string, string> } {
  const { ref, runId } = version
  if (runId !== null && path.startsWith(`${runFolder}/`)) {
    return { path: '/get-artifact', query: { run_uuid: runId, path: path.slice(runFolder.length + 1) } }
  }
  return { path: '/model-versions/get-artifact', query: { name: ref.name, version: ref.version, path } }
}
