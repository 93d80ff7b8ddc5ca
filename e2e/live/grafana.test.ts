import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { proxy } from 'hono/proxy'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDeployment } from '../../server/deployment.mjs'
import { sourceRoutes } from '../../server/app.mjs'
import { createPrometheusAlerts } from '@/adapters/prometheus/alerts'
import type { MonitoringSource } from '@/ports/monitoring'
import { monitoredModels, monitoringNow, monitoringSeries } from '@/testing/monitoringData'
import { sourceOverTestData } from '@/testing/monitoringSetup'
import { startRealPrometheus, type RealPrometheus } from './realPrometheus'

/*
 * A Prometheus that is read through Grafana's data-source proxy, by the server of this project, which holds the token.
 * Grafana itself is not among what Debian brings: this stands in for it, written from its documentation and source.
 * https://grafana.com/docs/grafana/latest/developers/http_api/data_source/#data-source-proxy-calls
 * https://github.com/grafana/grafana/blob/main/pkg/api/pluginproxy/ds_proxy.go (POSTs that are not listed are refused)
 * https://github.com/grafana/grafana/blob/main/public/app/plugins/datasource/prometheus/plugin.json (what is listed)
 */
const token = 'glsa_written_for_this_test'
const posts = ['api/v1/query', 'api/v1/query_range', 'api/v1/series', 'api/v1/labels', 'api/v1/query_exemplars']

function grafana(prometheusUrl: string, seen: string[], closed: ReadonlySet<string>) {
  const app = new Hono()
  const base = '/api/datasources/proxy/uid/x/'
  app.all(`${base}*`, async (c) => {
    seen.push(`${c.req.method} ${c.req.path.slice(base.length)} ${Object.keys(c.req.header()).includes('origin') ? 'with an origin' : ''}`.trim())
    if (c.req.header('authorization') !== `Bearer ${token}`) {
      return c.json({ extra: null, message: 'Invalid API key', messageId: 'api-key.invalid', statusCode: 401, traceID: '' }, 401)
    }
    const path = c.req.path.slice(base.length)
    const listed = posts.some((post) => path.startsWith(post))
    if (c.req.method !== 'GET' && !(c.req.method === 'POST' && listed)) {
      return c.json({ message: `non allow-listed ${c.req.method}s not allowed on proxied Prometheus datasource` }, 403)
    }
    if (closed.has(path)) return c.json({ message: 'plugin proxy route access denied' }, 403)
    const headers = new Headers(c.req.raw.headers)
    // Grafana logs in at the data source with the data source's own secrets.
    headers.delete('authorization')
    headers.delete('host')
    return proxy(`${prometheusUrl}/${path}${new URL(c.req.url).search}`, { raw: c.req.raw, headers })
  })
  app.notFound((c) => c.json({ message: 'Not found' }, 404))
  return app
}

function listen(app: Hono): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }, ({ port }: AddressInfo) => resolve({ server, url: `http://127.0.0.1:${port}` }))
  })
}

describe('Prometheus behind Grafana’s data-source proxy', () => {
  const seen: string[] = []
  const closed = new Set<string>()
  const servers: ServerType[] = []
  let prometheus: RealPrometheus
  let address: string
  let source: MonitoringSource

  /** Modeldeck's own server in front of Grafana; its address for the browser. */
  async function modeldeck(auth: Record<string, string>) {
    const deployment = readDeployment({ MODELDECK_PROMETHEUS_URL: `${address}/api/datasources/proxy/uid/x`, ...auth })
    const { server, url } = await listen(new Hono().route('/', sourceRoutes({ deployment })))
    servers.push(server)
    return url
  }
  const clock = { now: () => monitoringNow }

  beforeAll(async () => {
    prometheus = await startRealPrometheus(monitoringSeries())
    const front = await listen(grafana(prometheus.url, seen, closed))
    servers.push(front.server)
    address = front.url
    const url = await modeldeck({ MODELDECK_PROMETHEUS_AUTH: `Bearer ${token}` })
    source = sourceOverTestData({ baseUrl: `${url}/proxy/prometheus` })
  })
  afterAll(async () => {
    for (const server of servers) server.close()
    await prometheus.stop()
  })

  it('answers figures and series as it does without it', async () => {
    const direct = sourceOverTestData({ baseUrl: prometheus.url })
    const selection = { models: monitoredModels, by: 'version' } as const
    const ask = (of: MonitoringSource) =>
      Promise.all([
        of.figures('latency_p95', selection, { windowMs: 300_000, offsetMs: 0 }),
        of.series('error_ratio', selection, { kind: 'relative', preset: '1h' }, 200),
      ])
    const [[figures, series], expected] = [await ask(source), await ask(direct)]
    expect([figures, series]).toEqual(expected)
    expect(figures.figures.length).toBeGreaterThan(3)
    expect(seen).toContain('POST api/v1/query')
    expect(seen).toContain('POST api/v1/query_range')
    expect(seen.filter((request) => request.endsWith('origin'))).toEqual([])
  })

  it('says what it is, and asks for alerts and rules', async () => {
    const info = await source.info()
    expect(info).toMatchObject({ product: 'Prometheus', version: expect.stringMatching(/^\d/) })
    expect(info.capabilities).toContain('per-version-signals')
    const alerts = createPrometheusAlerts({ id: 'prometheus', baseUrl: `${await modeldeck({ MODELDECK_PROMETHEUS_AUTH: `Bearer ${token}` })}/proxy/prometheus`, clock, preset: 'modeldeck', labels: {}, match: [], queries: {}, registryIds: ['mlflow'] })
    await expect(alerts.listAlerts()).resolves.toMatchObject({ alerts: [] })
  })

  it('goes on without what is not forwarded', async () => {
    closed.add('api/v1/status/buildinfo')
    const info = await source.info()
    expect(info).toMatchObject({ product: 'Prometheus', version: null, capabilities: expect.arrayContaining(['signals']) })
    expect(info.notes.join(' ')).toContain('It is not let through to ask which server and version this is')
    closed.clear()
  })

  it('says in Grafana’s words that a token is missing or wrong', async () => {
    const url = await modeldeck({ MODELDECK_PROMETHEUS_AUTH: 'Bearer another' })
    const asked = sourceOverTestData({ baseUrl: `${url}/proxy/prometheus` }).figures('request_rate', { models: monitoredModels, by: 'model' }, { windowMs: 300_000, offsetMs: 0 })
    await expect(asked).rejects.toMatchObject({ kind: 'unauthenticated', message: expect.stringContaining('401: Invalid API key') })
  })

  it('keeps the token from the browser', async () => {
    const url = await modeldeck({ MODELDECK_PROMETHEUS_AUTH: `Bearer ${token}` })
    const config = await (await fetch(`${url}/config.json`)).text()
    expect(config).toContain('"/proxy/prometheus"')
    expect(config).not.toContain(token)
    expect(config).not.toContain('datasources')
  })
})
