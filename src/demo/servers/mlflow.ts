import { http, type HttpHandler } from 'msw'
import type { World } from '@/demo/world/world'
import { artifactEndpoints, artifactFile } from './mlflowArtifacts'
import type { Endpoint, Endpoints } from './mlflowEndpoint'
import { deniedPage, MlflowError, notAllowedPage, notFoundPage } from './mlflowError'
import { loggedModelEndpoints } from './mlflowLoggedModels'
import { modelEndpoints } from './mlflowModels'
import { type MlflowParams, readParams } from './mlflowParams'
import { runEndpoints } from './mlflowRuns'
import { versionEndpoints } from './mlflowVersions'

const endpoints: Endpoints = { ...modelEndpoints, ...versionEndpoints, ...runEndpoints, ...loggedModelEndpoints, ...artifactEndpoints }
const methods = ['GET', 'POST', 'PATCH', 'DELETE']
const rank = { READ: 0, EDIT: 1, MANAGE: 2 } as const

/**
 * MLflow 3.17's REST API over the world: every path below `base` (an absolute address, or one of the
 * page's own origin such as `/proxy/mlflow`). Who asks is the world's current persona.
 */
export function mlflowHandlers(world: World, base: string): HttpHandler[] {
  const root = base.replace(/\/$/, '')
  return [http.all(`${root}/*`, ({ request }) => answer(world, root, request))]
}

async function answer(world: World, root: string, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const rootPath = root.includes('://') ? new URL(root).pathname.replace(/\/$/, '') : root
  const path = url.pathname.slice(rootPath.length + 1)
  try {
    const params = await readParams(request, url)
    return plainPage(world, path, request.method) ?? (request.method === 'GET' ? artifactFile(world, path, params) : null) ?? rest(world, path, request.method, params)
  } catch (error) {
    if (error instanceof MlflowError) return error.toResponse()
    throw error
  }
}

function rest(world: World, path: string, method: string, params: MlflowParams): Response {
  const call = /^(?:api|ajax-api)\/2\.0\/mlflow\/(.+)$/.exec(path)?.[1]
  const found = call === undefined ? null : endpointOf(method, call)
  if (found === null) return methods.some((other) => call !== undefined && endpointOf(other, call) !== null) ? notAllowedPage() : notFoundPage()
  if (rank[world.persona.permission] < rank[found.endpoint.needs]) return deniedPage()
  const answer = found.endpoint.answer(world, found.id === null ? params : params.with('id', found.id))
  return json(answer)
}

function endpointOf(method: string, call: string): { endpoint: Endpoint; id: string | null } | null {
  const exact = endpoints[`${method} ${call}`]
  if (exact !== undefined) return { endpoint: exact, id: null }
  const [head, id, ...tail] = call.split('/')
  const endpoint = endpoints[`${method} ${[head, '*', ...tail].join('/')}`]
  return endpoint === undefined || id === undefined ? null : { endpoint, id: decodeURIComponent(id) }
}

/** What lies outside the REST tables: health, version, server facts, and who is signed in. */
function plainPage(world: World, path: string, method: string): Response | null {
  if (method !== 'GET') return null
  switch (path.replace(/^(?:ajax-api|api)\//, 'api/')) {
    case 'health':
      return new Response('OK', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
    case 'version':
      return text('3.17.2')
    case 'api/3.0/mlflow/server-info':
      return json({
        store_type: 'SqlStore', workspaces_enabled: false, trace_archival_enabled: false, multipart_uploads_enabled: false,
        multipart_downloads_enabled: false, presigned_upload_run_id_supported: true, presigned_upload_model_id_supported: true,
        features_enabled: { gateway: true },
      })
    case 'api/2.0/mlflow/users/current': {
      const { userName, permission } = world.persona
      if (userName === null) return notFoundPage()
      const id = 1 + world.personas.findIndex((persona) => persona.userName === userName)
      return json({ user: { id, username: userName, is_admin: permission === 'MANAGE' }, is_basic_auth: true })
    }
    default:
      return null
  }
}

function text(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

function json(body: object): Response {
  return new Response(JSON.stringify(body, null, 2), { headers: { 'Content-Type': 'application/json', 'X-Content-Type-Options': 'nosniff' } })
}
