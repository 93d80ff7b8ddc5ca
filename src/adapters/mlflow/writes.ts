import type { HttpRequest } from '@/adapters/http'
import type { RegistryStage } from '@/domain/lifecycle'
import { SourceError } from '@/ports/sourceError'
import type { Connection } from './connection'
import { api } from './connection'
import { doneSchema } from './wire'

/** The single writes. None is retried; each resolves when MLflow has confirmed it. */
export interface Writes {
  setModelTag(name: string, key: string, value: string, signal?: AbortSignal): Promise<void>
  deleteModelTag(name: string, key: string, signal?: AbortSignal): Promise<void>
  setVersionTag(name: string, version: string, key: string, value: string, signal?: AbortSignal): Promise<void>
  setAlias(name: string, alias: string, version: string, signal?: AbortSignal): Promise<void>
  deleteAlias(name: string, alias: string, signal?: AbortSignal): Promise<void>
  transitionStage(
    name: string,
    version: string,
    stage: RegistryStage | 'None',
    archiveExisting: boolean,
    signal?: AbortSignal,
  ): Promise<void>
  describeModel(name: string, description: string, signal?: AbortSignal): Promise<void>
  describeVersion(name: string, version: string, description: string, signal?: AbortSignal): Promise<void>
}

/** https://mlflow.org/docs/latest/api_reference/rest-api.html; parameters of a DELETE go in its body. */
export function createWrites(connection: Connection): Writes {
  async function write(
    method: HttpRequest['method'],
    path: string,
    json: Readonly<Record<string, string | boolean>> & { name: string },
    signal?: AbortSignal,
    needs: 'EDIT' | 'MANAGE' = 'EDIT',
  ) {
    if (connection.readOnly) throw readOnlyFault(connection.id)
    try {
      await connection.calls.json(doneSchema, { method, path: api + path, json, signal })
    } catch (error) {
      throw error instanceof SourceError && error.kind === 'denied' ? withPermission(error, needs, json.name) : error
    }
  }

  return {
    setModelTag: (name, key, value, signal) =>
      write('POST', '/registered-models/set-tag', { name, key, value }, signal),
    deleteModelTag: (name, key, signal) => write('DELETE', '/registered-models/delete-tag', { name, key }, signal),
    setVersionTag: (name, version, key, value, signal) =>
      write('POST', '/model-versions/set-tag', { name, version, key, value }, signal),
    setAlias: (name, alias, version, signal) =>
      write('POST', '/registered-models/alias', { name, alias, version }, signal),
    deleteAlias: (name, alias, signal) => write('DELETE', '/registered-models/alias', { name, alias }, signal, 'MANAGE'),
    transitionStage: (name, version, stage, archiveExisting, signal) =>
      write(
        'POST',
        '/model-versions/transition-stage',
        { name, version, stage, archive_existing_versions: archiveExisting },
        signal,
      ),
    // The description is all that an update holds, and one without it would clear it.
    describeModel: (name, description, signal) =>
      write('PATCH', '/registered-models/update', { name, description }, signal),
    describeVersion: (name, version, description, signal) =>
      write('PATCH', '/model-versions/update', { name, version, description }, signal),
  }
}

/** MLflow does not say what is missing. https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/ */
function withPermission(error: SourceError, needs: string, name: string): SourceError {
  return new SourceError({
    source: error.source,
    kind: error.kind,
    message: error.message,
    advice:
      `This needs the permission ${needs} on "${name}" in MLflow. Whoever has MANAGE on it can grant that; ` +
      'if you have it, a host or origin check refused the write.',
    ...(error.status === undefined ? {} : { status: error.status }),
    ...(error.code === undefined ? {} : { code: error.code }),
    cause: error.cause,
  })
}

function readOnlyFault(source: string): SourceError {
  return new SourceError({
    source,
    kind: 'denied',
    message: `config.json makes ${source} read-only: nothing was written.`,
    advice: 'Change it in MLflow itself, or ask whoever deploys this dashboard.',
  })
}
