import { http, type HttpHandler } from 'msw'
import type { Alerting } from '@/demo/alerting/evaluation'
import { compareLabels, labelKey, nameLabel } from '@/demo/promql/labels'
import type { Labels } from '@/demo/promql/matcher'
import { PromqlError } from '@/demo/promql/promqlError'
import { instantQuery } from '@/demo/promql/query'
import { slicedRangeQuery } from '@/demo/promql/rangeQuery'
import type { LabelMatcher, MetricStore } from '@/demo/world/metricStore'
import type { Clock } from '@/domain/time'
import { plain, preflight, refusal, sorted, success, wireResult } from './prometheusJson'
import { wireAlerts, wireRules } from './prometheusAlerts'
import { badParameter, durationOf, matchesOf, optionalTime, stepsOf, timeOf } from './prometheusParams'

/** What a Prometheus needs of the world. */
export interface ScrapedWorld {
  metrics: MetricStore
  clock: Clock
  /** Absent: it has no rules. */
  alerting?: Alerting
}

type Answer = (world: ScrapedWorld, params: URLSearchParams, name: string) => unknown

interface Route {
  path: RegExp
  post: boolean
  answer: Answer
}

const anything: readonly LabelMatcher[] = [{ name: nameLabel, op: '!=', value: '' }]

const routes: readonly Route[] = [
  { path: /^\/query$/, post: true, answer: query },
  { path: /^\/query_range$/, post: true, answer: queryRange },
  { path: /^\/series$/, post: true, answer: listSeries },
  { path: /^\/labels$/, post: true, answer: labelNames },
  { path: /^\/label\/([^/]+)\/values$/, post: false, answer: labelValues },
  { path: /^\/metadata$/, post: false, answer: metadata },
  { path: /^\/rules$/, post: false, answer: rules },
  { path: /^\/alerts$/, post: false, answer: activeAlerts },
  { path: /^\/targets$/, post: false, answer: () => ({ activeTargets: [], droppedTargets: [] }) },
  { path: /^\/status\/buildinfo$/, post: false, answer: buildInfo },
]

/**
 * Prometheus's HTTP API v1 over the world's samples, as a 2.42 server answers it.
 * @param base where the server stands, without a trailing slash
 */
export function prometheusHandlers(world: ScrapedWorld, base: string): HttpHandler[] {
  return [
    http.all(`${base}/*`, async ({ request }) => {
      const { pathname, searchParams } = new URL(request.url)
      const path = pathname.slice(new URL(base).pathname.replace(/\/$/, '').length)
      if (path === '/-/ready') return plain(200, 'Prometheus Server is Ready.\n')
      if (path === '/-/healthy') return plain(200, 'Prometheus Server is Healthy.\n')
      const inner = path.startsWith('/api/v1/') ? path.slice('/api/v1'.length) : ''
      const route = routes.find((one) => one.path.test(inner))
      if (!route) return plain(404, '404 page not found\n')
      if (request.method === 'OPTIONS') return preflight()
      if (request.method !== 'GET' && !(request.method === 'POST' && route.post)) return plain(405, 'Method Not Allowed\n')
      // A form's fields come before those of the address, and the first of a name counts.
      const form = request.method === 'POST' ? [...new URLSearchParams(await request.text())] : []
      const params = new URLSearchParams([...form, ...searchParams])
      try {
        return success(await route.answer(world, params, decodeURIComponent(route.path.exec(inner)?.[1] ?? '')))
      } catch (error) {
        if (error instanceof PromqlError) return refusal(error)
        throw error
      }
    }),
  ]
}

function query({ metrics, clock }: ScrapedWorld, params: URLSearchParams): unknown {
  const at = params.get('time') ? timeOf(params, 'time', "Invalid time value for 'time': ") : clock.now()
  if (params.get('timeout')) durationOf(params, 'timeout')
  try {
    return wireResult(instantQuery(metrics, params.get('query') ?? '', at))
  } catch (error) {
    throw error instanceof PromqlError && error.errorType === 'bad_data' ? badParameter('query', error.message) : error
  }
}

async function queryRange({ metrics }: ScrapedWorld, params: URLSearchParams): Promise<unknown> {
  const steps = stepsOf(params)
  if (params.get('timeout')) durationOf(params, 'timeout')
  return wireResult(await slicedRangeQuery(metrics, params.get('query') ?? '', steps, otherWork))
}

/** In the browser this runs on the page's own thread: typing and scrolling go between the slices. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}

function labelSets({ metrics, clock }: ScrapedWorld, params: URLSearchParams, wrapped: boolean): Labels[] {
  const from = optionalTime(params, 'start', metrics.since)
  const to = Math.min(optionalTime(params, 'end', clock.now()), clock.now())
  const selectors = matchesOf(params, wrapped)
  const found = new Map<string, Labels>()
  for (const matchers of selectors.length > 0 ? selectors : [anything]) {
    const sets = metrics.labelSets?.(matchers, from - 1, to) ?? metrics.select(matchers, from - 1, to).map(({ labels }) => labels)
    for (const labels of sets) found.set(labelKey(labels), labels)
  }
  return [...found.values()].toSorted(compareLabels)
}

function listSeries(world: ScrapedWorld, params: URLSearchParams): unknown {
  if (!params.has('match[]')) throw new PromqlError('bad_data', 'no match[] parameter provided')
  return labelSets(world, params, true).map(sorted)
}

function labelNames(world: ScrapedWorld, params: URLSearchParams): unknown {
  return [...new Set(labelSets(world, params, false).flatMap(Object.keys))].toSorted()
}

function labelValues(world: ScrapedWorld, params: URLSearchParams, name: string): unknown {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name)) throw new PromqlError('bad_data', `invalid label name: ${JSON.stringify(name)}`)
  const values = labelSets(world, params, false).flatMap((labels) => labels[name] ?? [])
  return [...new Set(values)].toSorted()
}

function metadata({ metrics }: ScrapedWorld, params: URLSearchParams): unknown {
  const limit = params.get('limit') ?? ''
  if (limit !== '' && !/^[+-]?\d+$/.test(limit)) throw new PromqlError('bad_data', 'limit must be a number')
  const wanted = params.get('metric') ?? ''
  const entries = Object.entries(metrics.metadata()).filter(([name]) => wanted === '' || name === wanted)
  const kept = limit === '' || Number(limit) < 0 ? entries : entries.slice(0, Number(limit))
  return Object.fromEntries(kept.map(([name, { type, help }]) => [name, [{ type, help, unit: '' }]]))
}

async function rules({ alerting }: ScrapedWorld, params: URLSearchParams): Promise<unknown> {
  const type = params.get('type') ?? ''
  if (type !== '' && type !== 'alert' && type !== 'record') throw badParameter('type', `not supported value ${JSON.stringify(type)}`)
  return wireRules(type === 'record' ? [] : ((await alerting?.groups()) ?? []))
}

async function activeAlerts({ alerting }: ScrapedWorld): Promise<unknown> {
  return wireAlerts((await alerting?.groups()) ?? [])
}

function buildInfo(): unknown {
  return { version: '2.42.0', revision: 'demo', branch: 'demo', buildUser: 'demo', buildDate: '', goVersion: '' }
}
