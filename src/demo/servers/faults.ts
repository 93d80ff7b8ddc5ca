import { delay, http, HttpResponse, type HttpHandler } from 'msw'

/** Ways to break a simulated source. */
export const faults = ['latency', 'server-error', 'unauthenticated', 'dropped', 'malformed'] as const
export type Fault = (typeof faults)[number]

/** Which servers exist, and how each refuses and fails. */
export const serverKinds = ['mlflow', 'prometheus', 'alertmanager'] as const
export type ServerKind = (typeof serverKinds)[number]

export interface BreakableServer {
  kind: ServerKind
  /** Where it stands, without a trailing slash. */
  base: string
  /** How it is broken right now; `null`: not at all. Read at every request. */
  fault: () => Fault | null
}

const latencyMs = 3_000

/** Handlers to stand in front of the servers' own: a broken server answers from here, another falls through. */
export function faultHandlers(servers: readonly BreakableServer[]): HttpHandler[] {
  return servers.map((server) => http.all(`${server.base}/*`, () => answerOf(server.kind, server.fault())))
}

/** `undefined` leaves the request to the next handler. */
async function answerOf(kind: ServerKind, fault: Fault | null): Promise<Response | undefined> {
  if (fault === 'server-error') return serverError(kind)
  if (fault === 'unauthenticated') return unauthenticated(kind)
  if (fault === 'dropped') return HttpResponse.error()
  if (fault === 'malformed') return cutOff(kind)
  if (fault === 'latency') await delay(latencyMs)
  return undefined
}

const halfAnswers: Readonly<Record<ServerKind, string>> = {
  mlflow: '{"registered_models":[{"name":"cl',
  prometheus: '{"status":"success","data":{"resultType":"vec',
  alertmanager: '[{"annotations":{"summary":"4.0',
}

/** What a proxy that gives up in the middle of an answer leaves behind. */
function cutOff(kind: ServerKind): Response {
  return new Response(halfAnswers[kind], { headers: { 'Content-Type': 'application/json' } })
}

/** As the real servers answer when their database fails. */
const failures: Readonly<Record<ServerKind, unknown>> = {
  mlflow: { error_code: 'INTERNAL_ERROR', message: '(sqlite3.OperationalError) database is locked', sqlstate: 'XXM00', error_class: 'CLIENT_INTERNAL_ERROR' },
  prometheus: { status: 'error', errorType: 'internal', error: 'block: opening storage failed: no space left on device' },
  // Its errors are bare JSON texts.
  alertmanager: 'open data/silences.4a1: no space left on device',
}

function serverError(kind: ServerKind): Response {
  return new Response(JSON.stringify(failures[kind]), { status: 500, headers: { 'Content-Type': 'application/json' } })
}

/** MLflow's basic-auth answers text/html, web.yml of Prometheus and Alertmanager plain text; the proxy has taken WWW-Authenticate away. */
function unauthenticated(kind: ServerKind): Response {
  return kind === 'mlflow'
    ? new Response('You are not authenticated. Please see https://www.mlflow.org/docs/latest/auth/index.html#authenticating-to-mlflow on how to authenticate.', {
        status: 401,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      })
    : new Response('Unauthorized\n', { status: 401, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
