/*
 * Renews src/adapters/alertmanager/recorded/ and src/adapters/prometheus/recorded/alerts.json: what a real
 * Alertmanager and a real Prometheus with rules answer. Both must be installed (Debian: prometheus,
 * prometheus-alertmanager).
 *
 *   node scripts/record-alertmanager.mjs
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort, startAlertmanager, startPrometheus, stopAll } from '../e2e/live/servers.mjs'
import { root } from './steps.mjs'

const rules = `groups:
  - name: model-serving
    rules:
      - alert: HighErrorRatio
        expr: vector(0.041) > 0.03
        labels: { severity: critical, model: freight-price, version: "18" }
        annotations: { summary: "Errors are at {{ $value | humanizePercentage }}" }
      - alert: HighLatency
        expr: vector(0.31) > 0.3
        for: 1h
        labels: { severity: warning, model: freight-price, version: "18" }
      - alert: RecallLow
        expr: vector(0.9) < 0.8
      - alert: Broken
        expr: up * on() (vector(1) or label_replace(vector(2), "a", "b", "", ""))
      - record: of:no:alert
        expr: vector(1)
`

const work = mkdtempSync(join(tmpdir(), 'modeldeck-record-'))
/** @param {string} name */
function folder(name) {
  const path = join(work, name)
  mkdirSync(path)
  return path
}

/**
 * @typedef {{ name: string, request: string, status: number, contentType: string, body: string }} Answered
 */

/** @param {string} base @param {string} name @param {string} path @param {RequestInit} [init] @returns {Promise<Answered>} */
async function ask(base, name, path, init) {
  const response = await fetch(base + path, init)
  const contentType = response.headers.get('Content-Type') ?? ''
  return { name, request: `${init?.method ?? 'GET'} ${path}`, status: response.status, contentType, body: await response.text() }
}

/** @param {unknown} body @returns {RequestInit} */
function posted(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

const matchers = [{ name: 'alertname', value: 'RecallLow', isRegex: false, isEqual: true }]
const silence = { matchers, startsAt: '2020-01-01T00:00:00.000Z', endsAt: '2100-01-01T00:00:00.000Z', createdBy: 'helen.osei', comment: 'Known: the labels of last week are late' }
const nobody = '2a7e8c36-ae2f-4a0e-9a5f-6e4a2b6f0ab1'

/** @param {string} url */
async function recordAlertmanager(url) {
  const answers = [await ask(url, 'status', '/api/v2/status'), await ask(url, 'no alerts', '/api/v2/alerts'), await ask(url, 'no silences', '/api/v2/silences')]
  const of = { model: 'freight-price', version: '18' }
  await ask(
    url,
    '',
    '/api/v2/alerts',
    posted([
      { labels: { alertname: 'HighErrorRatio', severity: 'critical', ...of }, annotations: { summary: 'Errors are at 4.1 %' }, generatorURL: 'http://prometheus:9090/graph?g0.expr=up' },
      { labels: { alertname: 'ElevatedErrorRatio', severity: 'warning', ...of } },
      { labels: { alertname: 'RecallLow', severity: 'warning', model: 'claim-fraud', version: '12' } },
      { labels: { instance: 'without-a-name' } },
    ]),
  )
  answers.push(await ask(url, 'silence set', '/api/v2/silences', posted(silence)))
  const id = JSON.parse(answers.at(-1)?.body ?? '').silenceID
  answers.push(
    await ask(url, 'alerts', '/api/v2/alerts'),
    await ask(url, 'silences', '/api/v2/silences'),
    await ask(url, 'silence', `/api/v2/silence/${id}`),
    await ask(url, 'end in the past', '/api/v2/silences', posted({ ...silence, endsAt: '2021-01-01T00:00:00.000Z' })),
    await ask(url, 'end before start', '/api/v2/silences', posted({ ...silence, startsAt: '2200-01-01T00:00:00.000Z' })),
    await ask(url, 'no matcher', '/api/v2/silences', posted({ ...silence, matchers: [] })),
    await ask(url, 'matcher of nothing', '/api/v2/silences', posted({ ...silence, matchers: [{ name: 'a', value: '', isRegex: false }] })),
    await ask(url, 'unknown id posted', '/api/v2/silences', posted({ ...silence, id: nobody })),
    await ask(url, 'broken JSON', '/api/v2/silences', posted('{')),
    await ask(url, 'wrong content type', '/api/v2/silences', { method: 'POST', headers: { 'Content-Type': 'text/plain' }, body: '{}' }),
    await ask(url, 'no uuid', '/api/v2/silence/nope'),
    await ask(url, 'unknown silence', `/api/v2/silence/${nobody}`),
    await ask(url, 'unknown silence ended', `/api/v2/silence/${nobody}`, { method: 'DELETE' }),
    await ask(url, 'bad filter', '/api/v2/alerts?filter=foo'),
    await ask(url, 'unknown path', '/api/v2/nothing'),
    await ask(url, 'wrong method', '/api/v2/alerts', { method: 'DELETE' }),
    await ask(url, 'silence ended', `/api/v2/silence/${id}`, { method: 'DELETE' }),
    await ask(url, 'silence ended again', `/api/v2/silence/${id}`, { method: 'DELETE' }),
    await ask(url, 'silence that ended', `/api/v2/silence/${id}`),
  )
  return answers
}

/** @param {string} path @param {readonly Answered[]} answers */
function keep(path, answers) {
  writeFileSync(join(root, path), `${JSON.stringify(answers, null, 1).replaceAll(work, '/etc')}\n`)
}

try {
  const alertmanager = await startAlertmanager(folder('alertmanager'))
  // It scrapes itself, so that there is an `up` to judge.
  const port = await freePort()
  const prometheus = await startPrometheus(folder('prometheus'), [`127.0.0.1:${port}`], port, { rules })
  keep('src/adapters/alertmanager/recorded/alertmanager.json', await recordAlertmanager(alertmanager.url))
  // The first scrape comes up to five seconds after the start.
  await wait(8000)
  keep('src/adapters/prometheus/recorded/alerts.json', [
    await ask(prometheus.url, 'alerts', '/api/v1/alerts'),
    await ask(prometheus.url, 'rules', '/api/v1/rules?type=alert'),
  ])
} finally {
  await stopAll()
  rmSync(work, { recursive: true, force: true })
}
