import type { ModelVersion } from '@/domain/version'

/** The folder under which a version's files show those of its run. */
export const runFolder = '@run'

/** A folder of the server, and how its paths read from the version's root. */
export interface ArtifactRoot {
  kind: 'logged-model' | 'run'
  id: string
  /** Within the logged model or run. */
  path: string
  /** From the server's path to ours. */
  outer: (path: string) => string
}

/** Where a folder of the version is listed; `null`: nowhere (files outside MLflow). */
export function chooseRoot(version: ModelVersion, path: string): ArtifactRoot | null {
  const { runId, loggedModelId } = version
  if (path === runFolder || path.startsWith(`${runFolder}/`)) {
    if (runId === null) return null
    return { kind: 'run', id: runId, path: path.slice(runFolder.length + 1), outer: (inner) => `${runFolder}/${inner}` }
  }
  if (loggedModelId !== null) return { kind: 'logged-model', id: loggedModelId, path, outer: (inner) => inner }
  const folder = folderInRun(version)
  if (runId === null || folder === null) return null
  return {
    kind: 'run',
    id: runId,
    path: [folder, path].filter((part) => part !== '').join('/'),
    outer: (inner) => (inner.startsWith(`${folder}/`) ? inner.slice(folder.length + 1) : inner),
  }
}

/** `model` of `runs:/<run>/model` and of `s3://bucket/1/<run>/artifacts/model`; `null`: not kept with the run. */
function folderInRun({ runId, sourceUri }: ModelVersion): string | null {
  if (runId === null || sourceUri === null) return null
  for (const start of [`runs:/${runId}/`, `/${runId}/artifacts/`]) {
    const at = sourceUri.indexOf(start)
    if (at !== -1) return sourceUri.slice(at + start.length).replace(/\/+$/, '')
  }
  return null
}
