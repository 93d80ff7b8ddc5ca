import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { PrometheusOptions } from '@/adapters/prometheus/index'
import type { Policy } from '@/domain/policy'
import { thresholdRules } from '@/domain/thresholds/rule'
import type { AlertExportOptions } from '@/ports/alertExport'
import { sourceOverTestData } from '@/testing/monitoringSetup'

interface Answered {
  /** What an instant query of this metric answers, as label sets; nothing: the server is down. */
  rows?: Readonly<Record<string, readonly Record<string, string>[]>>
}

/** The files of a model's limits, and the rules in them by name and severity. */
async function exported(thresholds: Policy['thresholds'], settings: Partial<PrometheusOptions> = {}, { rows = {} }: Answered = {}, options: Partial<AlertExportOptions> = {}, name = 'fraud') {
  const source = sourceOverTestData({
    baseUrl: 'http://prometheus.test',
    fetch: (_, init) => {
      const query = new URLSearchParams(typeof init?.body === 'string' ? init.body : '').get('query') ?? ''
      const found = Object.entries(rows).find(([metric]) => query.includes(metric))?.[1]
      if (found === undefined) return Promise.reject(new TypeError('Failed to fetch'))
      return Promise.resolve(Response.json({ status: 'success', data: { resultType: 'vector', result: found.map((metric) => ({ metric, value: [1, '1'] })) } }))
    },
    ...settings,
  })
  // A limit of nobody's own is not of interest here.
  const rules = thresholdRules({ model: { thresholds } }).filter(({ from }) => from === 'model')
  const result = await source.exportAlerts([{ model: { ref: { source: 'mlflow', name }, serving: null }, rules }], { by: 'model', linkTo: ({ name }, signal) => `https://deck.test/${name}/${signal}`, ...options })
  const { groups }: { groups: { name: string; rules: Record<string, string>[] }[] } = parse(result.rules.text)
  return { ...result, groups, all: groups.flatMap((group) => group.rules) }
}

const rate = 'sum by (model) (rate(model_requests_total{model="fraud"}[5m]))'
const ratio = `(sum by (model) (rate(model_requests_total{code=~"5..", model="fraud"}[5m])) or 0 * ${rate}) / (${rate} > 0)`

describe('a limit as a rule of Prometheus', () => {
  it('asks what the charts ask, holds until it has recovered, and says nothing on few requests', async () => {
    const { groups, all, alerts } = await exported({ error_ratio: { warn: 0.01, critical: 0.03, recover: 0.008, for: '90m', minSamples: 150 } })
    expect(groups.map(({ name }) => name)).toEqual(['modeldeck/mlflow/fraud'])
    expect(alerts).toBe(2)
    expect(all[0]).toEqual({
      alert: 'ModelErrorRatioHigh',
      expr: `(
  (
    ${ratio}
  ) >= 0.03
  or
  (
    (
      ${ratio}
    ) >= 0.008
    and on (model) ALERTS{alertname="ModelErrorRatioHigh", alertstate="firing", severity="critical", model="fraud"}
  )
)
unless on (model)
(
  ${rate}
) * 300 < 150`,
      for: '90m',
      keep_firing_for: '10m',
      labels: { severity: 'critical', origin: 'modeldeck', model: 'fraud' },
      annotations: {
        summary: 'fraud: error ratio is {{ $value | humanizePercentage }}, at or above 3 %',
        description: 'The limit is set in the model’s policy. The alert ends 10m after the figure is back below 0.8 %. https://deck.test/fraud/error_ratio',
        link: 'https://deck.test/fraud/error_ratio',
      },
    })
    expect(all[1]).toMatchObject({ alert: 'ModelErrorRatioHigh', labels: { severity: 'warning' }, expr: expect.stringContaining('severity="warning"') })
  })

  it.each<[string, Policy['thresholds'], string, string | RegExp]>([
    ['milliseconds are seconds there', { latency_p95: { critical: 250 } }, 'ModelLatencyP95High', /\) >= 0\.25\n/],
    ['few requests are below', { request_rate: { warn: 2 } }, 'ModelRequestRateLow', `(\n  ${rate}\n) < 2`],
    ['without a way back of its own there is no second condition', { error_ratio: { critical: 0.1, recover: 0.1, warn: 0.1 } }, 'ModelErrorRatioHigh', /^(?!.*ALERTS)/s],
    ['binary fractions are not shown', { error_ratio: { critical: 0.1 + 0.2 } }, 'ModelErrorRatioHigh', />= 0\.3\n/],
  ])('%s', async (_, thresholds, name, expected) => {
    const { all } = await exported(thresholds)
    expect(all[0]?.['alert']).toBe(name)
    expect(all[0]?.['expr']).toMatch(expected)
  })

  it('of a score asks for the window that is judged, as far as it is known', async () => {
    const rows = { model_quality: [{ model: 'fraud', window: '1d' }, { model: 'fraud', window: '7d' }] }
    const known = await exported({ f1: { warn: 0.85, recover: 0.87 } }, {}, { rows })
    expect(known.all[0]?.['expr']).toContain('model_quality{metric="f1", model="fraud", window="7d"}')
    expect(known.all[0]?.['expr']).toMatch(/unless on \(model, window\)\n\(\n.*model_quality_samples\{model="fraud", window="7d"\}.*\n\) < 200$/s)
    const unknown = await exported({ f1: { warn: 0.85 } })
    expect(unknown.all[0]?.['expr']).not.toContain('window="')
    expect(unknown.notes).toContainEqual('Which window the server exports of f1 could not be asked: each raises an alert of its own.')
  })

  it('of drift is about the statistic that the limit is for, and names the input', async () => {
    const rows = [['age', 'ks'], ['age', 'psi'], ['region', 'psi']].map(([feature = '', stat = '']) => ({ model: 'fraud', feature, stat }))
    const { all } = await exported({ drift: { warn: 0.2 } }, {}, { rows: { model_drift: rows } })
    expect(all[0]?.['expr']).toBe('(\n  max by (model, feature, stat) (model_drift{model="fraud", stat="psi"})\n) >= 0.2')
    expect(all[0]?.['annotations']).toMatchObject({ summary: expect.stringContaining('drift of {{ $labels.feature }} is') })
  })

  it('carries the labels of the preset in use, and the version where alerts are by version', async () => {
    const kserve = await exported({ error_ratio: { critical: 0.1 } }, { preset: 'kserve', labels: {} })
    expect(kserve.all[0]).toMatchObject({ labels: { model_name: 'fraud' }, expr: expect.stringContaining('unless on (model_name)') })
    expect(kserve.routes.text).toMatch(/equal:\n\s+- alertname\n\s+- model_name\n/)
    const versions = await exported({ error_ratio: { critical: 0.1 }, request_rate: { warn: 1 } }, { labels: { model: 'name', version: 'release' } }, {}, { by: 'version' })
    expect(versions.all[1]).toMatchObject({ labels: { name: 'fraud' }, expr: expect.stringContaining('unless on (name, release)'), annotations: { summary: expect.stringContaining('{{ $labels.release }}') } })
    expect(versions.all[0]?.['expr']).not.toContain('release')
  })

  it.each<[string, Partial<PrometheusOptions>, Policy['thresholds'], RegExp]>([
    ['a regular expression', { match: [{ model: '/^(?<name>.+)_prod$/' }] }, { error_ratio: { warn: 0.1 } }, /regular expression/],
    ['a sum over several label values', { match: [{ model: '${name}-v${version}' }] }, { request_rate: { warn: 1 } }, /each alone/],
    ['a signal that the preset lacks', { preset: 'kserve', labels: {} }, { f1: { warn: 0.8 } }, /./],
    ['metrics without the model’s label', {}, { cpu_cores: { warn: 3 } }, /no label of the model/],
  ])('is left out, and why is said: %s', async (_, settings, thresholds, why) => {
    const { left, alerts } = await exported(thresholds, settings)
    expect(alerts).toBe(0)
    expect(left).toEqual([{ model: { source: 'mlflow', name: 'fraud' }, rule: Object.keys(thresholds ?? {})[0], why: expect.stringMatching(why) }])
  })

  it('of a name with braces and quotes is still text', async () => {
    const { all } = await exported({ request_rate: { warn: 1 } }, {}, {}, {}, 'a "{{ .x }}": #1')
    expect(all[0]?.['expr']).toContain(String.raw`{model="a \"{{ .x }}\": #1"}`)
    expect(all[0]?.['annotations']).toMatchObject({ summary: expect.stringMatching(/^a "\{\{ "\{\{" \}\} \.x \}\}": #1: request rate/) })
  })
})

// `npx vitest run src/adapters/prometheus/export -u` writes the example anew.
it('docs/alerts.md shows a rule as it is written', async () => {
  const { rules } = await exported({ error_ratio: { warn: 0.01, critical: 0.03, recover: 0.008, for: '10m' } })
  const [, critical = ''] = rules.text.split(/^(?= {6}- alert)/m)
  const path = new URL('../../../../docs/alerts.md', import.meta.url).pathname
  const page = readFileSync(path, 'utf8')
  const between = /(?<=<!-- rule from code -->\n)[\s\S]*?(?=<!-- end -->)/
  expect(page).toMatch(between)
  await expect(page.replace(between, () => `\`\`\`yaml\n${critical.replaceAll(/^ {6}/gm, '')}\`\`\`\n`)).toMatchFileSnapshot(path)
})

it('the routes tell by mail, critical ones by Slack too, and hold no secret', async () => {
  const { routes } = await exported({ error_ratio: { critical: 0.1 } })
  const config: Record<string, unknown> = parse(routes.text)
  expect(config).toMatchObject({
    route: { receiver: 'nobody', routes: [{ receiver: 'models-mail', matchers: ['origin="modeldeck"'], group_by: ['model', 'version'], routes: [{ receiver: 'models-mail-and-slack', matchers: ['severity="critical"'] }] }] },
    inhibit_rules: [{ equal: ['alertname', 'model', 'version', 'feature'] }],
  })
  expect(routes.text).toMatch(/smtp_auth_password_file: .*\n/)
  expect(routes.text).toMatch(/api_url_file: .*\n/)
  expect(routes.text).not.toMatch(/password: |api_url: /)
})
