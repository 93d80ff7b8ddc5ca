import { execFile } from 'node:child_process'
import { createServer, type Server } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { createAlertmanager } from '@/adapters/alertmanager/index'
import { createPrometheusAlerts, settingsJoin } from '@/adapters/prometheus/alerts'
import { createPrometheus, type PrometheusOptions } from '@/adapters/prometheus/index'
import type { Labels } from '@/domain/alerts/alert'
import { alertsOf, joinAlerts } from '@/domain/alerts/join'
import { mergeAlerts } from '@/domain/alerts/merge'
import type { Policy } from '@/domain/policy'
import type { Sample, Series } from '@/domain/series'
import { backtest } from '@/domain/thresholds/backtest'
import { thresholdRules, type ThresholdRule } from '@/domain/thresholds/rule'
import { minuteMs } from '@/domain/time'
import { freePort, startAlertmanager, startPrometheus, stopAll } from './servers.mjs'

/*
 * Limits that were exported, in Prometheus and Alertmanager themselves: Debian's, started here.
 */
const run = promisify(execFile)
const clock = { now: () => Date.now() }
const settings = { preset: 'modeldeck', labels: {}, match: [], queries: {}, registryIds: ['mlflow'] }
const model = { ref: { source: 'mlflow', name: 'claim-fraud' }, serving: null }

const folders: string[] = []
async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'modeldeck-thresholds-'))
  folders.push(path)
  return path
}

let app: Server | null = null
afterAll(async () => {
  await stopAll()
  app?.close()
  await Promise.all(folders.map((path) => rm(path, { recursive: true, force: true })))
})

function exported(thresholds: Policy['thresholds'], more: Partial<PrometheusOptions> = {}, by: 'model' | 'version' = 'model', name = model.ref.name) {
  const source = createPrometheus({ id: 'prometheus', baseUrl: 'http://127.0.0.1:9', clock, ...settings, ...more })
  const limited = [{ model: { ref: { ...model.ref, name }, serving: null }, rules: thresholdRules({ model: { thresholds } }) }]
  return source.exportAlerts(limited, { by, linkTo: (ref) => `https://deck.test/models/mlflow/${ref.name}` })
}

/** All that can have a limit, with a way back. */
const everything: Policy['thresholds'] = Object.fromEntries([
  ...['error_ratio', 'latency_p50', 'latency_p95', 'latency_p99', 'latency_mean', 'in_flight', 'drift'].map((name) => [name, { warn: 0.2, critical: 0.3, recover: 0.1, for: '90m' }]),
  ...['request_rate', 'f1', 'accuracy', 'precision', 'recall'].map((name) => [name, { warn: 0.8, critical: 0.7, recover: 0.85 }]),
])
const presets = ['modeldeck', 'kserve', 'mlserver', 'seldon-v1', 'seldon-v2', 'triton', 'tf-serving', 'torchserve', 'bentoml', 'ray-serve', 'vllm', 'fastapi', 'flask', 'istio', 'knative']

describe('exported files', () => {
  it.each(presets)('of the preset %s pass promtool and amtool, by model and by version', async (preset) => {
    const path = await folder()
    for (const by of ['model', 'version'] as const) {
      const { rules, routes, alerts } = await exported(everything, { preset }, by, 'a "odd" {{ name }}: #1')
      await writeFile(join(path, rules.name), rules.text)
      await writeFile(join(path, routes.name), routes.text)
      expect(alerts).toBeGreaterThan(3)
      const checked = await run('promtool', ['check', 'rules', '--lint=all', '--lint-fatal', join(path, rules.name)])
      expect(checked.stdout).toContain(`SUCCESS: ${alerts} rules found`)
      expect((await run('amtool', ['check-config', join(path, routes.name)])).stdout).toMatch(/SUCCESS[\s\S]*1 inhibit rules[\s\S]*3 receivers/)
    }
  })
})

/** Numbers that look random and are the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

const stepMs = 5 * minuteMs
const seriesOf = (values: readonly (number | null)[]): Series => ({ subject: { ref: model.ref, version: null, labels: {} }, samples: values.map((value, i): Sample => [i * stepMs, value]) })
const written = (values: readonly (number | null)[]) => values.map((value) => value ?? 'stale').join(' ')

describe('a back-test', () => {
  it.each([1, 2, 3, 4, 5, 6])('says of a history what Prometheus does with it, gaps, recovery and waiting among it (%d)', async (seed) => {
    const roll = dice(seed)
    const walk = (choices: readonly (number | null)[]) => {
      let place = 0
      return Array.from({ length: 240 }, () => choices[(place = Math.max(0, Math.min(choices.length - 1, place + roll(3) - 1)))] ?? null)
    }
    const ratios = walk([0.005, 0.009, 0.012, 0.02, 0.04, 0.012]).map((value) => (roll(8) === 0 ? null : value))
    const rates = walk([5, 1, 1, 0.2]).map((value) => (roll(20) === 0 ? null : value))
    const queries = { error_ratio: 'max by ($by) (test_ratio{$selector})', request_rate: 'max by ($by) (test_rate{$selector})' }
    const thresholds = { error_ratio: { warn: 0.01, critical: 0.03, recover: 0.008, for: seed % 2 === 0 ? '10m' : '3m', minSamples: 150 } }
    const { rules } = await exported(thresholds, { queries })
    const rule = thresholdRules({ model: { thresholds } }).find(({ name }) => name === 'error_ratio')
    if (!rule) throw new Error('there is no rule')

    const firingAt = (limits: Partial<ThresholdRule>) => {
      const { episodes } = backtest([seriesOf(ratios)], [seriesOf(rates)], { ...rule, ...limits }, stepMs)
      return (at: number) => episodes.some(({ firedAt, resolvedAt }) => firedAt <= at && (resolvedAt === null || at < resolvedAt))
    }
    const fires = { critical: firingAt({ warn: null }), warning: firingAt({ critical: null }) }
    const labels = { origin: 'modeldeck', model: model.ref.name }
    const expected = ratios.map((_, i) => ({
      eval_time: `${(i * stepMs) / 1000}s`,
      alertname: 'ModelErrorRatioHigh',
      exp_alerts: (['critical', 'warning'] as const).filter((severity) => fires[severity](i * stepMs)).map((severity) => ({ exp_labels: { ...labels, severity } })),
    }))
    const fired = expected.filter(({ exp_alerts }) => exp_alerts.length > 0).length
    expect(fired).toBeGreaterThan(10)
    expect(fired).toBeLessThan(ratios.length - 10)

    const path = await folder()
    // The texts hold the value of the moment, which is not in question here; what is waited for in full steps is.
    const file: { groups: { rules: { annotations?: unknown; for: string }[] }[] } = parse(rules.text)
    for (const one of file.groups.flatMap((group) => group.rules)) {
      delete one.annotations
      if (one.for === '3m') one.for = '0s'
    }
    await writeFile(join(path, 'rules.yml'), stringify(file))
    await writeFile(
      join(path, 'test.yml'),
      stringify({
        rule_files: ['rules.yml'],
        evaluation_interval: '5m',
        tests: [
          {
            interval: '5m',
            input_series: [
              { series: `test_ratio{model="${model.ref.name}"}`, values: written(ratios) },
              { series: `test_rate{model="${model.ref.name}"}`, values: written(rates) },
            ],
            alert_rule_test: expected,
          },
        ],
      }),
    )
    const result = await run('promtool', ['test', 'rules', join(path, 'test.yml')]).catch((error: { stdout: string; stderr: string }) => error)
    expect(result.stdout + result.stderr).toMatch(/SUCCESS/)
  })
})

describe('an exported rule', () => {
  it('fires in a Prometheus, is told to its Alertmanager, and belongs to its model', async () => {
    const port = await freePort()
    const began = Date.now()
    // 20 requests a second, 6 % of them fail, 400 ms each.
    app = createServer((_, response) => {
      const count = 400 + ((Date.now() - began) / 1000) * 20
      const of = (code: string, share: number) => `model_requests_total{model="${model.ref.name}",version="18",code="${code}"} ${count * share}`
      const buckets = [['0.1', 0], ['0.5', 1], ['+Inf', 1]] as const
      const lines = buckets.map(([le, share]) => `model_request_duration_seconds_bucket{model="${model.ref.name}",version="18",le="${le}"} ${count * share}`)
      response.end(['# TYPE model_requests_total counter', of('200', 0.94), of('500', 0.06), '# TYPE model_request_duration_seconds histogram', ...lines, ''].join('\n'))
    }).listen(port, '127.0.0.1')
    const keeper = await startAlertmanager(await folder())
    const { rules } = await exported({ error_ratio: { warn: 0.01, critical: 0.03, recover: 0.005, for: '2s', minSamples: 20 }, latency_p95: { warn: 5000, critical: 9000, for: '2s' }, request_rate: { warn: 1000, for: '2s' } })
    const { url } = await startPrometheus(await folder(), [`127.0.0.1:${port}`], undefined, { rules: rules.text, alertmanager: `127.0.0.1:${keeper.port}` })

    const sources = [
      createAlertmanager({ id: 'alertmanager', baseUrl: keeper.url, readOnly: false, clock, join: settingsJoin(settings) }),
      createPrometheusAlerts({ id: 'prometheus', baseUrl: url, clock, ...settings }),
    ]
    const told = async () => {
      const sets = await Promise.all(sources.map(async (source) => ({ id: source.id, set: await source.listAlerts() })))
      const joins = sets.map(({ id, set }) => ({ id, join: set.join([model]) }))
      const finders = new Map(joins.map(({ id, join }) => [id, (labels: Labels) => join.find(labels)]))
      return alertsOf(joinAlerts(mergeAlerts(sets.map(({ set }) => set.alerts)), finders), model.ref)
    }
    await expect
      .poll(async () => (await told()).filter(({ sources }) => sources.length === 2).map(({ name, severity, state }) => `${name} ${severity}: ${state === 'suppressed' ? 'firing' : state}`).toSorted((a, b) => a.localeCompare(b)), { timeout: 90_000, interval: 1000 })
      .toEqual([
        'ModelErrorRatioHigh critical: firing',
        // The critical one may speak for the others.
        'ModelErrorRatioHigh warning: firing',
        'ModelRequestRateLow warning: firing',
      ])
    const first = (await told()).find(({ severity }) => severity === 'critical')
    expect(first?.annotations['summary']).toMatch(/^claim-fraud: error ratio is (5\.\d+|6(\.\d+)?)%, at or above 3 %$/)
    expect(first?.annotations['link']).toBe('https://deck.test/models/mlflow/claim-fraud')
  })
})
