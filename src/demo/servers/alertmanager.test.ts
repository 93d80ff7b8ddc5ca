import { getResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import recorded from '@/adapters/alertmanager/recorded/alertmanager.json'
import { createAlertmanager } from '@/adapters/alertmanager/index'
import { createPrometheusAlerts, settingsJoin } from '@/adapters/prometheus/alerts'
import { textsOf as texts } from '@/adapters/prometheus/translateAlerts'
import { createWorld, type World } from '@/demo/world/world'
import type { ServedModel } from '@/domain/model'
import { dayMs, hourMs } from '@/domain/time'
import { alertContract } from '@/testing/contracts/alerts'
import { fingerprintOf } from './fingerprint'
import { worldHandlers } from './worldHandlers'

const now = Date.parse('2026-11-24T12:00:00Z')
const origin = 'http://world.test'
const addresses = { mlflow: `${origin}/mlflow`, prometheus: `${origin}/prometheus`, alertmanager: `${origin}/alertmanager` }

function startWorld(): { world: World; ask: typeof fetch } {
  const world = createWorld({ seed: 'test', now, realNow: () => now })
  const handlers = worldHandlers(world, addresses, () => null)
  return {
    world,
    async ask(input, init) {
      const signal = init?.signal
      signal?.throwIfAborted()
      return (await getResponse(handlers, new Request(input, init))) ?? Response.error()
    },
  }
}

const modelNamed = (name: string): ServedModel => ({ ref: { source: 'mlflow', name }, serving: null })
const settings = { preset: 'modeldeck', labels: {}, match: [], queries: {}, registryIds: ['mlflow'] }
const firing = {
  model: modelNamed('freight-price'),
  version: '18',
  labels: { alertname: 'HighErrorRatio', model: 'freight-price', version: '18', severity: 'critical' },
}

alertContract('the mock Alertmanager', { rules: false, silences: true }, () => {
  const { world, ask } = startWorld()
  const { clock } = world
  return {
    source: createAlertmanager({ id: 'alertmanager', baseUrl: addresses.alertmanager, readOnly: false, clock, fetch: ask, join: settingsJoin(settings) }),
    firing,
    calm: modelNamed('route-eta'),
    wait: (ms) => Promise.resolve(clock.advance(ms)),
  }
})

alertContract('the mock Prometheus', { rules: true, silences: false }, () => {
  const { world, ask } = startWorld()
  return {
    source: createPrometheusAlerts({ id: 'prometheus', baseUrl: addresses.prometheus, clock: world.clock, fetch: ask, ...settings }),
    firing,
    calm: modelNamed('route-eta'),
    pending: { alertname: 'FeatureDrift', model: 'claim-fraud', feature: 'claim_amount' },
    wait: (ms) => Promise.resolve(world.clock.advance(ms)),
  }
})

async function read(ask: typeof fetch, path: string, init?: RequestInit): Promise<unknown> {
  const response = await ask(`${addresses.alertmanager}${path}`, init)
  const body: unknown = await response.json()
  return body
}

function textsOf(value: unknown): Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null ? texts(Object.fromEntries(Object.entries(value))) : {}
}

/** A value by its path in rows of unknown form. */
function each(rows: unknown, ...path: readonly string[]): unknown[] {
  return Array.isArray(rows) ? rows.map((row: unknown) => path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined), row)) : []
}

describe('as the real one answers', () => {
  // The mock takes no alerts, so its list of methods is shorter.
  const refusals = recorded.filter(({ status, name }) => status >= 400 && name !== 'wrong method')
  it.each(refusals)('$name', async ({ request, status, contentType, body, name }) => {
    const { ask } = startWorld()
    const [method = '', path = ''] = request.split(' ')
    const response = await ask(`${addresses.alertmanager}${path}`, { method, ...posted[name] })
    expect([response.status, response.headers.get('Content-Type') ?? '', (await response.text()).trim()]).toEqual([status, contentType, body.trim()])
  })

  it('names an alert by the same fingerprint', () => {
    const alerts: unknown = JSON.parse(recorded.find(({ name }) => name === 'alerts')?.body ?? '[]')
    const ours = each(alerts, 'labels').map((labels) => fingerprintOf(textsOf(labels)))
    expect(ours).toHaveLength(4)
    expect(ours).toEqual(each(alerts, 'fingerprint'))
  })

  it('gives alerts and silences the same fields', async () => {
    const { ask } = startWorld()
    for (const name of ['alerts', 'silences']) {
      const real = shapeOf(JSON.parse(recorded.find((one) => one.name === name)?.body ?? 'null'))
      const mock = shapeOf(await read(ask, `/api/v2/${name}`))
      expect(mock).toEqual(real)
    }
  })
})

const silence = { matchers: [{ name: 'alertname', value: 'RecallLow', isRegex: false, isEqual: true }], startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2100-01-01T00:00:00.000Z', createdBy: 'a', comment: 'b' }
function post(body: unknown): RequestInit {
  return { headers: { 'Content-Type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }
}
/** What the recorded requests had as their bodies. */
const posted: Readonly<Record<string, RequestInit>> = {
  'end in the past': post({ ...silence, endsAt: '2021-01-01T00:00:00.000Z' }),
  'end before start': post({ ...silence, startsAt: '2200-01-01T00:00:00.000Z' }),
  'no matcher': post({ ...silence, matchers: [] }),
  'matcher of nothing': post({ ...silence, matchers: [{ name: 'a', value: '', isRegex: false }] }),
  'unknown id posted': post({ ...silence, id: '2a7e8c36-ae2f-4a0e-9a5f-6e4a2b6f0ab1' }),
  'broken JSON': post('{'),
  'wrong content type': { headers: { 'Content-Type': 'text/plain' }, body: '{}' },
}

/** The union of the field names of all rows. */
function shapeOf(rows: unknown): string[] {
  return [...new Set(each(rows).flatMap((row) => Object.keys(Object(row))))].toSorted()
}

/** Name and model of every alert. */
function names(alerts: unknown): string[] {
  return each(alerts, 'labels')
    .map((labels) => `${textsOf(labels)['alertname']} ${textsOf(labels)['model'] ?? '-'}`)
    .toSorted()
}

describe('the company', () => {
  it('has a release that fails, a recall that sank, a silence, and an alert that speaks for another', async () => {
    const { ask } = startWorld()
    expect(names(await read(ask, '/api/v2/alerts'))).toEqual([
      'DiskAlmostFull -',
      'ElevatedErrorRatio freight-price',
      'HighErrorRatio freight-price',
      'HighLatency vehicle-damage-severity',
      'RecallLow claim-fraud',
    ])
    const active = await read(ask, '/api/v2/alerts?silenced=false&inhibited=false')
    expect(names(active)).toEqual(['DiskAlmostFull -', 'HighErrorRatio freight-price', 'RecallLow claim-fraud'])
    expect(names(await read(ask, '/api/v2/alerts?filter=model%3D~%22claim.*%22'))).toEqual(['RecallLow claim-fraud'])
    expect(names(await read(ask, '/api/v2/alerts?active=false&filter=severity!%3Dcritical'))).toEqual(['ElevatedErrorRatio freight-price', 'HighLatency vehicle-damage-severity'])
  })

  it('is calm again some minutes after the release was rolled back', async () => {
    const { world, ask } = startWorld()
    world.write({ kind: 'set-alias', model: 'freight-price', alias: 'champion', version: 17 })
    world.clock.advance(hourMs)
    expect(names(await read(ask, '/api/v2/alerts?filter=model%3Dfreight-price'))).toEqual([])
  })

  it('fires for a drift that lasts, and lets the silence end', async () => {
    const { world, ask } = startWorld()
    world.clock.advance(dayMs)
    expect(names(await read(ask, '/api/v2/alerts'))).toContain('FeatureDrift claim-fraud')
    world.clock.advance(3 * dayMs)
    expect(each(await read(ask, '/api/v2/silences'), 'status', 'state')).toEqual(['expired', 'expired'])
  })

  it('finds its silences again after a reload', async () => {
    const { world, ask } = startWorld()
    const set = await read(ask, '/api/v2/silences', { method: 'POST', ...post(silence) })
    const again = createWorld({ seed: 'test', now, realNow: () => now })
    again.replay(world.journal)
    expect([...again.silences.keys()]).toContain(each([set], 'silenceID')[0])
  })
})
