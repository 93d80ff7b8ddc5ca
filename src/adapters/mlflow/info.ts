import type { Capability, SourceInfo } from '@/domain/capability'
import type { Identity } from '@/domain/identity'
import { SourceError } from '@/ports/sourceError'
import type { Connection } from './connection'
import { api, orWhenMissing } from './connection'
import { currentUserSchema, serverInfoSchema } from './wire'

/** The oldest version that the adapter was made for: aliases, and searches with order. */
const oldest = [2, 9] as const

/** What the server says of itself. @throws SourceError where it is no MLflow */
export async function getInfo(connection: Connection, signal?: AbortSignal): Promise<SourceInfo> {
  const { calls, id, readOnly } = connection
  const [answer, server, user] = await Promise.all([
    orWhenMissing(calls.text({ method: 'GET', path: '/version', maxBytes: 100_000, signal }), null),
    orWhenMissing(calls.json(serverInfoSchema, { method: 'GET', path: '/api/3.0/mlflow/server-info', signal }), null),
    whoAmI(connection, signal),
  ])
  const version = answer?.trim() ?? null
  if (version !== null && !/^\d+\.\d+/.test(version)) throw noMlflow(id, version)
  return {
    id,
    type: 'mlflow',
    product: 'MLflow',
    version,
    capabilities: capabilitiesOf(version, readOnly, user),
    notes: [
      ...(version === null ? ['The server does not say its version.'] : []),
      ...(isBefore(version, oldest) ? [`MLflow ${version} is older than ${oldest.join('.')}: some calls may be refused.`] : []),
      ...(server?.workspaces_enabled === true ? ['Workspaces are on: only the default one is read.'] : []),
      ...(readOnly ? ['config.json makes this source read-only.'] : []),
    ],
  }
}

/** `null`: a server without users, or an older one that does not say who asks. */
export async function whoAmI({ calls }: Connection, signal?: AbortSignal): Promise<Identity | null> {
  const answer = await orWhenMissing(
    calls.json(currentUserSchema, { method: 'GET', path: `${api}/users/current`, signal }),
    null,
  )
  return answer === null ? null : { name: answer.user.username, kind: 'authenticated' }
}

function capabilitiesOf(version: string | null, readOnly: boolean, user: Identity | null): readonly Capability[] {
  return [
    'aliases',
    'stages',
    'tags',
    'descriptions',
    'metrics',
    'metric-history',
    'artifacts',
    ...(version !== null && !isBefore(version, [3, 0]) ? (['logged-models'] as const) : []),
    ...(readOnly ? [] : (['promote', 'deprecate'] as const)),
    ...(user === null ? [] : (['identity'] as const)),
  ]
}

function isBefore(version: string | null, [major, minor]: readonly [number, number]): boolean {
  const [ours = 0, minorOfOurs = 0] = version?.split('.').map(Number) ?? [Number.POSITIVE_INFINITY]
  return ours < major || (ours === major && minorOfOurs < minor)
}

function noMlflow(source: string, answer: string): SourceError {
  return new SourceError({
    source,
    kind: 'invalid-response',
    message: `${source} answered GET /version with ${JSON.stringify(answer.slice(0, 40))}, where MLflow says a version number.`,
    advice: 'Is the address right, and does a login page stand in front of MLflow?',
  })
}
