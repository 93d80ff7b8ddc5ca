import { http, type HttpHandler } from 'msw'
import type { SilenceRecord } from '@/demo/world/silences'
import type { World } from '@/demo/world/world'
import { heldAlerts, type HeldAlert } from './alertmanagerAlerts'
import { AlertmanagerError, malformed } from './alertmanagerError'
import { filterOf, flagOf, silenceOf } from './alertmanagerParams'
import { endSilence, postSilence, stateOf } from './alertmanagerSilences'
import { sorted } from './prometheusJson'

interface Asked {
  world: World
  params: URLSearchParams
  request: Request
  /** The last part of the path, where the route has one. */
  id: string
}

type Answer = (asked: Asked) => unknown

interface Route {
  path: RegExp
  methods: Readonly<Record<string, Answer>>
}

const routes: readonly Route[] = [
  { path: /^\/status$/, methods: { GET: status } },
  { path: /^\/receivers$/, methods: { GET: () => [{ name: 'ml-on-call' }, { name: 'ml-team' }] } },
  { path: /^\/alerts$/, methods: { GET: alerts } },
  { path: /^\/silences$/, methods: { GET: silences, POST: setSilence } },
  { path: /^\/silence\/([^/]*)$/, methods: { GET: silence, DELETE: expireSilence } },
]

/** Answers that have no body. */
const nothing = Symbol('nothing')

/**
 * Alertmanager's API v2 over the world's alerts and silences, as a 0.25 server answers it.
 * @param base where the server stands, without a trailing slash
 */
export function alertmanagerHandlers(world: World, base: string): HttpHandler[] {
  return [
    http.all(`${base}/*`, async ({ request }) => {
      const { pathname, searchParams } = new URL(request.url)
      const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length)
      if (path === '/-/ready' || path === '/-/healthy') return new Response('OK', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
      const inner = path.startsWith('/api/v2/') ? path.slice('/api/v2'.length) : ''
      const route = routes.find((one) => one.path.test(inner))
      try {
        if (!route) throw new AlertmanagerError(404, `path ${path} was not found`, 404)
        const answer = route.methods[request.method]
        if (!answer) throw notAllowed(request.method, Object.keys(route.methods))
        const body = await answer({ world, params: searchParams, request, id: decodeURIComponent(route.path.exec(inner)?.[1] ?? '') })
        return body === nothing ? new Response(null, { status: 200 }) : json(body)
      } catch (error) {
        if (error instanceof AlertmanagerError) return error.message === '' ? new Response(null, { status: error.status }) : error.toResponse()
        throw error
      }
    }),
  ]
}

function json(body: unknown): Response {
  return new Response(`${JSON.stringify(body)}\n`, { headers: { 'Content-Type': 'application/json' } })
}

function notAllowed(method: string, allowed: readonly string[]): AlertmanagerError {
  return new AlertmanagerError(405, `method ${method} is not allowed, but [${allowed.join(',')}] are`, 405)
}

function status({ world }: Asked): unknown {
  return {
    cluster: { peers: [], status: 'disabled' },
    config: { original: 'route:\n  receiver: ml-team\n  routes:\n  - receiver: ml-on-call\n    matchers: [severity="critical"]\nreceivers:\n- name: ml-team\n- name: ml-on-call\n' },
    uptime: new Date(world.start).toISOString(),
    versionInfo: { branch: 'demo', buildDate: '', buildUser: 'demo', goVersion: '', revision: 'demo', version: '0.25.0' },
  }
}

async function alerts({ world, params }: Asked): Promise<unknown> {
  const fits = filterOf(params)
  const [active, silenced, inhibited] = ['active', 'silenced', 'inhibited'].map((name) => flagOf(params, name))
  const held = await heldAlerts(world)
  return held
    .filter(({ labels }) => fits(labels))
    .filter((alert) => (isActive(alert) ? active : (silenced || alert.silencedBy.length === 0) && (inhibited || alert.inhibitedBy.length === 0)))
    .map(wireAlert)
}

function isActive({ silencedBy, inhibitedBy }: HeldAlert): boolean {
  return silencedBy.length + inhibitedBy.length === 0
}

/** Where nothing new comes, an alert counts as over after this long. */
const endsAfterMs = 240_000

function wireAlert(alert: HeldAlert): unknown {
  const { labels, annotations, silencedBy, inhibitedBy, fingerprint, receiver, generatorURL } = alert
  return {
    annotations: sorted(annotations),
    endsAt: isoTime(alert.updatedAt + endsAfterMs),
    fingerprint,
    receivers: [{ name: receiver }],
    startsAt: isoTime(alert.startsAt),
    status: { inhibitedBy, silencedBy, state: isActive(alert) ? 'active' : 'suppressed' },
    updatedAt: isoTime(alert.updatedAt),
    generatorURL,
    labels: sorted(labels),
  }
}

const order = { active: 0, pending: 1, expired: 2 } as const

function silences({ world, params }: Asked): unknown {
  const fits = filterOf(params)
  const now = world.clock.now()
  return [...world.silences.values()]
    .filter((silence) => fits(namedBy(silence)))
    .toSorted((a, b) => order[stateOf(a, now)] - order[stateOf(b, now)] || a.endsAt - b.endsAt)
    .map((one) => wireSilence(one, now))
}

/** A filter looks at what the matchers name. */
function namedBy({ matchers }: SilenceRecord): Record<string, string> {
  return Object.fromEntries(matchers.map(({ name, value }) => [name, value]))
}

function wireSilence(silence: SilenceRecord, now: number): unknown {
  const { id, comment, createdBy, matchers } = silence
  return {
    id,
    status: { state: stateOf(silence, now) },
    updatedAt: isoTime(silence.updatedAt),
    comment,
    createdBy,
    endsAt: isoTime(silence.endsAt),
    matchers: matchers.map(({ name, value, isRegex, isEqual }) => ({ isEqual, isRegex, name, value })),
    startsAt: isoTime(silence.startsAt),
  }
}

async function setSilence({ world, request }: Asked): Promise<unknown> {
  return { silenceID: postSilence(world, silenceOf(request.headers.get('Content-Type') ?? '', await request.text())) }
}

function silence({ world, id }: Asked): unknown {
  return wireSilence(found(world, id, new AlertmanagerError(404, '')), world.clock.now())
}

function expireSilence({ world, id }: Asked): unknown {
  endSilence(world, found(world, id, new AlertmanagerError(500, 'silence not found')), world.clock.now())
  return nothing
}

function found(world: World, id: string, missing: AlertmanagerError): SilenceRecord {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw malformed(601, `silenceID in path must be of type uuid: ${JSON.stringify(id)}`)
  const silence = world.silences.get(id)
  if (silence === undefined) throw missing
  return silence
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}
