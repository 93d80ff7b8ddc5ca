import { describe, expect, it } from 'vitest'
import { alertJoin, createPrometheusAlerts, settingsJoin } from './alerts'
import recorded from './recorded/alerts.json'

const settings = { preset: 'modeldeck', labels: {}, match: [{ registry: 'mlflow', model: '${kebab(name)}-svc', version: 'v${version}' }], queries: {}, registryIds: ['mlflow'] }

function over(answers: Readonly<Record<string, { status?: number; body: unknown }>>) {
  return createPrometheusAlerts({
    id: 'prometheus',
    baseUrl: '',
    clock: { now: () => 0 },
    ...settings,
    fetch(input) {
      const { status = 200, body } = answers[input instanceof Request ? input.url : input.toString()] ?? { status: 404, body: '404 page not found' }
      return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } }))
    },
  })
}

const bodyOf = (name: string) => ({ body: recorded.find((one) => one.name === name)?.body ?? '' })
const alertsAnswer = (alerts: unknown) => ({ '/api/v1/alerts': { body: { status: 'success', data: { alerts } } } })

describe('what a real Prometheus answered', () => {
  it('lists what is pending and firing', async () => {
    const { alerts, notes } = await over({ '/api/v1/alerts': bodyOf('alerts') }).listAlerts()
    expect(alerts.map(({ name, state, severity, value }) => [name, state, severity, value])).toEqual([
      ['HighErrorRatio', 'firing', 'critical', 0.041],
      ['HighLatency', 'pending', 'warning', 0.31],
    ])
    expect(alerts[0]?.annotations).toEqual({ summary: 'Errors are at 4.1%' })
    expect(alerts[0]?.since).toBeGreaterThan(Date.UTC(2026, 0, 1))
    expect(notes).toEqual([])
  })

  it('lists its rules, and says which cannot be evaluated', async () => {
    const { rules } = await over({ '/api/v1/rules?type=alert': bodyOf('rules') }).listRules()
    expect(rules.map(({ name, state, forMs, error }) => [name, state, forMs, error === null])).toEqual([
      ['HighErrorRatio', 'firing', 0, true],
      ['HighLatency', 'pending', 3_600_000, true],
      ['RecallLow', 'inactive', 0, true],
      ['Broken', 'inactive', 0, false],
    ])
    expect(rules[3]?.error).toContain('many-to-many')
    expect(rules[0]).toMatchObject({ group: 'model-serving', severity: 'critical', query: 'vector(0.041) > 0.03' })
  })
})

describe('answers that differ', () => {
  it('an alert that cannot be read is left out, and said', async () => {
    const { alerts, notes } = await over(
      alertsAnswer([{ labels: { alertname: 'A' }, state: 'firing', value: 'NaN' }, { labels: { alertname: 'B' }, state: 'odd' }, { labels: { model: 'm' }, state: 'firing' }]),
    ).listAlerts()
    expect(alerts).toEqual([expect.objectContaining({ name: 'A', since: null, value: null })])
    expect(notes).toEqual(['One alert of prometheus does not say since when.', '2 alerts of prometheus could not be read and are left out.'])
  })

  it('VictoriaMetrics without vmalert has neither alerts nor rules', async () => {
    const source = over({ ...alertsAnswer([]), '/api/v1/rules?type=alert': { body: { status: 'success', data: { groups: [] } } } })
    expect((await source.listAlerts()).alerts).toEqual([])
    expect((await source.listRules()).rules).toEqual([])
  })

  it('vmalert lists recording rules too', async () => {
    const rules = [{ type: 'recording', name: 'r', query: 'up' }, { type: 'alerting', name: 'A', query: 'up', duration: 60, state: 'inactive', health: 'ok', lastError: '' }]
    const source = over({ '/api/v1/rules?type=alert': { body: { status: 'success', data: { groups: [{ name: 'g', rules }, { name: 'empty', rules: null }] } } } })
    expect((await source.listRules()).rules.map(({ name, forMs, error }) => [name, forMs, error])).toEqual([['A', 60_000, null]])
  })

  it('a query layer without a ruler is no source of alerts, and nothing has failed', async () => {
    await expect(over({}).listAlerts()).rejects.toMatchObject({ kind: 'unsupported', advice: expect.stringContaining('vmalert') })
    await expect(over({}).listRules()).rejects.toMatchObject({ kind: 'unsupported' })
  })
})

describe('the labels of an alert', () => {
  const model = { ref: { source: 'mlflow', name: 'fraud' }, serving: null }
  const found = (version: string | null) => [{ ref: model.ref, version }]

  it.each<[string, string, Record<string, string>, Record<string, string>, ReturnType<typeof found>]>([
    ['are those of the convention', 'modeldeck', {}, { model: 'fraud', version: '3' }, found('3')],
    ['are those that are configured', 'modeldeck', { model: 'app', version: 'release' }, { app: 'fraud', release: '3', version: '9' }, found('3')],
    ['are those of the preset', 'torchserve', {}, { model_name: 'fraud' }, found(null)],
    ['are those of a preset that knows no versions', 'kserve', {}, { model_name: 'fraud', version: '3' }, found(null)],
    ['may be the convention’s, where the rule was written by hand', 'kserve', {}, { model: 'fraud', version: '3' }, found('3')],
    ['of the preset go before the convention’s', 'kserve', {}, { model_name: 'other', model: 'fraud' }, []],
    ['name no version where the runtime writes that it knows none', 'mlserver', {}, { model: 'fraud', version: 'None' }, found(null)],
    ['of something else belong to no model', 'kserve', {}, { alertname: 'DiskAlmostFull' }, []],
  ])('%s', async (_, preset, labels, row, expected) => {
    const join = await alertJoin({ id: 'prometheus', baseUrl: '', clock: { now: () => 0 }, ...settings, match: [], preset, labels })()
    expect(join([model]).find(row)).toEqual(expected)
  })
})

it('labels are read by the match rules of the monitoring', async () => {
  const model = { ref: { source: 'mlflow', name: 'Freight Price' }, serving: null }
  const join = (await settingsJoin(settings)())([model])
  expect(join.find({ model: 'freight-price-svc', version: 'v18' })).toEqual([{ ref: model.ref, version: '18' }])
  expect(join.find({ model: 'freight-price-svc' })).toEqual([{ ref: model.ref, version: null }])
  expect(join.find({ alertname: 'DiskAlmostFull' })).toEqual([])
})
