import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAlertmanager } from '@/adapters/alertmanager/index'
import { createPrometheusAlerts, settingsJoin } from '@/adapters/prometheus/alerts'
import type { Alert } from '@/domain/alerts/alert'
import { mergeAlerts } from '@/domain/alerts/merge'
import type { ServedModel } from '@/domain/model'
import type { AlertSource } from '@/ports/alerts'
import { alertContract } from '@/testing/contracts/alerts'
import { freePort, startAlertmanager, startPrometheus, stopAll } from './servers.mjs'

/*
 * A real Prometheus whose rules fire into a real Alertmanager, both Debian's and started here. The alert follows
 * whether a target answers, which the test decides: it can begin, be silenced and end.
 */
const rules = `groups:
  - name: model-serving
    rules:
      - alert: HighErrorRatio
        expr: vector(0.041) > 0.03
        labels: { severity: critical, model: freight-price, version: "18" }
        annotations: { summary: "{{ $value | humanizePercentage }} of the requests fail." }
      - alert: ElevatedErrorRatio
        expr: vector(0.041) > 0.01
        labels: { severity: warning, model: freight-price, version: "18" }
      - alert: FeatureDrift
        expr: vector(0.31) > 0.25
        for: 1h
        labels: { severity: warning, model: claim-fraud, version: "12" }
      - alert: ModelDown
        expr: up{job="models"} == 0
        for: 2s
        labels: { severity: critical, model: route-eta }
`

const settings = { preset: 'modeldeck', labels: {}, match: [], queries: {}, registryIds: ['mlflow'] }
const clock = { now: () => Date.now() }
const modelNamed = (name: string): ServedModel => ({ ref: { source: 'mlflow', name }, serving: null })
const firing = {
  model: modelNamed('freight-price'),
  version: '18',
  labels: { alertname: 'HighErrorRatio', model: 'freight-price', version: '18', severity: 'critical' },
}
const common = { firing, calm: modelNamed('claim-triage'), wait: (ms: number) => wait(ms) }

const folders: string[] = []
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'modeldeck-alerts-'))
  folders.push(path)
  return path
}

let alertmanagerUrl = ''
let prometheusUrl = ''

function alertmanager(): AlertSource {
  return createAlertmanager({ id: 'alertmanager', baseUrl: alertmanagerUrl, readOnly: false, clock, join: settingsJoin(settings) })
}

function prometheus(): AlertSource {
  return createPrometheusAlerts({ id: 'prometheus', baseUrl: prometheusUrl, clock, ...settings })
}

/** Alertmanager's own tool. */
async function amtool(...args: string[]): Promise<string> {
  return (await promisify(execFile)('amtool', [`--alertmanager.url=${alertmanagerUrl}`, ...args])).stdout
}

async function alertNamed(source: AlertSource, name: string): Promise<Alert | undefined> {
  return (await source.listAlerts()).alerts.find((alert) => alert.name === name)
}

/** Of the critical alert and of the warning that it inhibits. */
async function heardOfBoth(): Promise<void> {
  const found = await alertNamed(alertmanager(), 'ElevatedErrorRatio')
  if (found?.inhibitions !== 1) throw new Error('Alertmanager has not heard of both alerts yet.')
}

beforeAll(async () => {
  const keeper = await startAlertmanager(await folder())
  alertmanagerUrl = keeper.url
  // Nothing listens there: the target is down.
  const target = `127.0.0.1:${await freePort()}`
  prometheusUrl = (await startPrometheus(await folder(), [target], undefined, { rules, alertmanager: `127.0.0.1:${keeper.port}` })).url
  await vi.waitFor(heardOfBoth, { timeout: 60_000, interval: 500 })
})

afterAll(async () => {
  await stopAll()
  await Promise.all(folders.map((path) => rm(path, { recursive: true, force: true })))
})

alertContract('a real Alertmanager', { rules: false, silences: true }, () => ({ source: alertmanager(), ...common }))
alertContract('a real Prometheus', { rules: true, silences: false }, () => ({
  source: prometheus(),
  ...common,
  pending: { alertname: 'FeatureDrift', model: 'claim-fraud', version: '12' },
}))

describe('an alert from its rule to its silence', () => {
  it('fires in both, is one alert of its model, and amtool agrees with every step', async () => {
    const keeper = alertmanager()
    await expect.poll(async () => (await alertNamed(keeper, 'ModelDown'))?.state, { timeout: 60_000, interval: 500 }).toBe('firing')
    const lists = await Promise.all([keeper.listAlerts(), prometheus().listAlerts()])
    const merged = mergeAlerts(lists.map(({ alerts }) => alerts)).filter(({ name }) => name === 'ModelDown')
    expect(merged).toEqual([expect.objectContaining({ state: 'firing', severity: 'critical', sources: ['alertmanager', 'prometheus'], value: 0 })])
    expect(lists[0].join([modelNamed('route-eta')]).find(merged[0]?.labels ?? {})).toEqual([{ ref: { source: 'mlflow', name: 'route-eta' }, version: null }])
    expect(await amtool('alert', 'query', 'alertname=ModelDown', '--active')).toContain('ModelDown')

    const set = await keeper.silence({
      matchers: merged[0]?.labels ?? {},
      durationMs: 3_600_000,
      reason: 'Known: the node is being replaced',
      actor: { name: 'helen.osei', kind: 'self-declared' },
    })
    expect(await amtool('silence', 'query', '--created-by=helen.osei')).toMatch(new RegExp(`${set.id}.*alertname="ModelDown".*Known: the node is being replaced`))
    expect(await amtool('alert', 'query', 'alertname=ModelDown', '--active')).not.toContain('ModelDown')
    expect(await amtool('alert', 'query', 'alertname=ModelDown', '--silenced')).toContain('ModelDown')
    expect(await alertNamed(keeper, 'ModelDown')).toMatchObject({ state: 'suppressed', silencedBy: [set.id] })

    expect(await keeper.unsilence(set.id)).toMatchObject({ state: 'expired' })
    expect(await amtool('silence', 'query', '--quiet', '--created-by=helen.osei')).toBe('')
    expect(await amtool('alert', 'query', 'alertname=ModelDown', '--active')).toContain('ModelDown')
  })

  it('is silenced by amtool, and seen and ended here', async () => {
    const keeper = alertmanager()
    const id = (await amtool('silence', 'add', 'alertname=~Model.*', '--author=jonas', '--comment=by hand', '--duration=1h')).trim()
    expect(await keeper.listSilences()).toContainEqual(
      expect.objectContaining({ id, state: 'active', createdBy: 'jonas', comment: 'by hand', matchers: [{ name: 'alertname', value: 'Model.*', isRegex: true, isEqual: true }] }),
    )
    expect((await keeper.unsilence(id)).state).toBe('expired')
    expect(await amtool('silence', 'query', '--quiet', '--created-by=jonas')).toBe('')
  })

  it('ends a silence within seconds where only a rewrite passes, as across origins', async () => {
    const refusing = createAlertmanager({
      id: 'alertmanager',
      baseUrl: alertmanagerUrl,
      readOnly: false,
      clock,
      join: settingsJoin(settings),
      fetch: (input, init) => (init?.method === 'DELETE' ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init)),
    })
    const id = (await amtool('silence', 'add', 'alertname=ModelDown', '--author=ana', '--comment=c', '--duration=1h')).trim()
    const cut = await refusing.unsilence(id)
    expect(cut).toMatchObject({ id, createdBy: 'ana' })
    expect(cut.endsAt - Date.now()).toBeLessThan(3000)
    await expect.poll(async () => (await refusing.listSilences()).find((silence) => silence.id === id)?.state, { timeout: 10_000 }).toBe('expired')
  })
})
