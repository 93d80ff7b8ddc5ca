import { describe, expect, it } from 'vitest'
import { monitoringGap, monitoringNow } from '@/testing/monitoringData'
import { sourceOverTestData } from '@/testing/monitoringSetup'
import type { PrometheusOptions } from './index'

const baseUrl = 'http://prometheus.test'
const fraud = { ref: { source: 'mlflow', name: 'fraud' }, serving: null }
const now = { windowMs: 300_000, offsetMs: 0 }
const lastHour = { kind: 'relative', preset: '1h' } as const

interface Asked {
  method: string
  path: string
  form: URLSearchParams
}

/** A source whose server gives one answer to everything, and what it was asked. */
function sourceOver(answer: (asked: Asked) => Response, options: Partial<PrometheusOptions> = {}) {
  const asked: Asked[] = []
  const source = sourceOverTestData({
    baseUrl,
    fetch: (input, init) => {
      const path = (typeof input === 'string' ? input : '').slice(baseUrl.length)
      const body = typeof init?.body === 'string' ? init.body : ''
      const call = { method: init?.method ?? 'GET', path, form: new URLSearchParams(body) }
      asked.push(call)
      return Promise.resolve(answer(call))
    },
    ...options,
  })
  return { source, asked, figures: () => source.figures('request_rate', { models: [fraud], by: 'model' }, now) }
}

function success(result: unknown, more: object = {}, resultType = 'vector') {
  return Response.json({ status: 'success', data: { resultType, result }, ...more })
}

function row(labels: Record<string, string>, value: string) {
  return { metric: labels, value: [1, value] }
}

describe('an answer', () => {
  it('is asked for by a form, at the time of the clock', async () => {
    const { asked, source } = sourceOver(() => success([row({ model: 'fraud' }, '2')]))
    const answer = await source.figures('request_rate', { models: [fraud], by: 'model' }, { ...now, offsetMs: 60_000 })
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/api/v1/query' })
    expect(asked[0]?.form.get('time')).toBe(String(monitoringNow / 1000 - 60))
    expect(asked[0]?.form.get('query')).toBe(answer.query)
    expect(answer).toMatchObject({ at: monitoringNow - 60_000, figures: [{ value: 2 }] })
  })

  it.each([
    ['NaN', 'NaN', null, []],
    ['+Inf', '+Inf', null, []],
    ['zero', '0', 0, []],
    ['no number', 'many', null, ['1 values could not be read as numbers.']],
  ])('of %s', async (_, text, value, notes) => {
    const answer = await sourceOver(() => success([row({ model: 'fraud' }, text)])).figures()
    expect(answer.figures.map((figure) => figure.value)).toEqual([value])
    expect(answer.notes).toEqual(notes)
  })

  it('brings the warnings of the server along', async () => {
    const said = { warnings: ['store a is down'], infos: ['metric might not be a counter'], isPartial: true }
    const answer = await sourceOver(() => success([], said)).figures()
    expect(answer).toMatchObject({ figures: [], incomplete: true })
    expect(answer.notes).toEqual([expect.stringContaining('incomplete'), 'The source warns that this may be incomplete or wrong: store a is down.', ...said.infos])
  })

  it('of a scalar belongs to no model, and says so', async () => {
    const { figures } = sourceOver(() => success([1, '5'], {}, 'scalar'), { queries: { request_rate: 'scalar(x)' } })
    const answer = await figures()
    expect(answer.figures).toEqual([])
    expect(answer.notes).toEqual([expect.stringContaining('no label model')])
  })

  it('of 10,000 models is joined at once', async () => {
    const models = Array.from({ length: 10_000 }, (_, index) => ({ ref: { source: 'mlflow', name: `m${index}` }, serving: null }))
    const rows = models.flatMap(({ ref }) => ['1', '2'].map((version) => row({ model: ref.name, version }, '1')))
    const { source, asked } = sourceOver(() => success(rows))
    const start = performance.now()
    const answer = await source.figures('request_rate', { models, by: 'version' }, now)
    expect(performance.now() - start).toBeLessThan(3000)
    expect(answer.figures).toHaveLength(20_000)
    expect(asked).toHaveLength(1)
    expect(asked[0]?.form.get('query')).toContain('{model!=""}')
  })
})

function readsFinely({ form }: Asked): boolean {
  return form.get('query')?.includes('max_over_time') === true
}

/** The probe of the scrape interval is an instant question. */
function answers(result: unknown, samples = '41') {
  return ({ path }: Asked) =>
    path.endsWith('_range') ? success(result, {}, 'matrix') : success([row({}, samples)])
}

describe('a range', () => {
  it('looks back as far as steps and scrapes ask for, and measures the scrapes once', async () => {
    const { source, asked } = sourceOver(answers([], '11'))
    const selection = { models: [fraud], by: 'model' } as const
    const sets = await Promise.all(
      (['request_rate', 'latency_p95'] as const).map((name) => source.series(name, selection, lastHour, 300)),
    )
    await source.series('request_rate', selection, { kind: 'relative', preset: '30d' }, 300)
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/query', ...Array<string>(3).fill('/api/v1/query_range')])
    expect(sets.map(({ stepMs }) => stepMs)).toEqual([60_000, 60_000])
    expect(asked[1]?.form.get('query')).toContain('[4m]')
    expect(asked[3]?.form.get('query')).toContain('[181m]')
  })

  it('assumes the usual interval where nothing was scraped, and asks again', async () => {
    const { source, asked } = sourceOver((call) => (call.path.endsWith('_range') ? success([], {}, 'matrix') : success([])))
    const ask = () => source.series('request_rate', { models: [fraud], by: 'model' }, lastHour, 300)
    expect((await ask()).query).toContain('[1m]')
    await ask()
    expect(asked).toHaveLength(4)
  })

  it('is asked for less finely where the server finds it too much, and says so', async () => {
    const { source, asked } = sourceOver((call) =>
      readsFinely(call) ? failure(422, 'execution', 'query processing would load too many samples into memory in query execution') : answers([])(call),
    )
    const set = await source.series('error_ratio', { models: [fraud], by: 'model' }, { kind: 'relative', preset: '30d' }, 300)
    expect(asked.map(readsFinely)).toEqual([false, true, false])
    expect(set.query).not.toContain('max_over_time')
    expect(set.notes[0]).toContain('a short spike is small')
  })

  it('can be the one before, on the same grid', async () => {
    const { source, asked } = sourceOver(answers([]))
    const ask = (previous: boolean) => source.series('request_rate', { models: [fraud], by: 'model' }, { ...lastHour, ...(previous && { previous: true }) }, 300)
    const [now, before] = [await ask(false), await ask(true)]
    expect([before.to - now.from, before.to - before.from, before.stepMs]).toEqual([-now.stepMs, now.to - now.from, now.stepMs])
    expect(asked.at(-1)?.form.get('end')).toBe(String(before.to / 1000))
  })

  it('holds at most the points asked for and never more than the server gives', async () => {
    const { source, asked } = sourceOver(answers([], '601'))
    const absolute = { kind: 'absolute', from: monitoringNow - 40 * 86_400_000, to: monitoringNow } as const
    await source.series('request_rate', { models: [fraud], by: 'model' }, absolute, 1e9)
    const [start, end, step] = ['start', 'end', 'step'].map((key) => Number(asked[1]?.form.get(key)))
    expect(((end ?? 0) - (start ?? 0)) / (step ?? 1)).toBeLessThanOrEqual(11_000)
  })

  it('is in milliseconds where the signal is, with the gaps of the grid', async () => {
    const at = monitoringGap.from / 1000
    const { source } = sourceOver(answers([{ metric: { model: 'fraud' }, values: [[at, '0.25'], [at + 30, '0.5']] }]))
    const range = { kind: 'absolute', from: monitoringGap.from, to: monitoringGap.from + 45_000 } as const
    const { series, unit } = await source.series('latency_p95', { models: [fraud], by: 'model' }, range, 4)
    expect(unit).toBe('ms')
    expect(series[0]?.samples.map(([, value]) => value)).toEqual([250, null, 500, null])
  })
})

describe('nothing is sent', () => {
  it.each(['figures', 'series'] as const)('for %s of no model', async (what) => {
    const { source, asked } = sourceOver(() => success([]))
    const selection = { models: [], by: 'model' } as const
    const answer = what === 'figures' ? source.figures('drift', selection, now) : source.series('drift', selection, lastHour, 9)
    await expect(answer).resolves.toMatchObject({ notes: [] })
    expect(asked).toEqual([])
  })

  it('for a signal whose override is broken', async () => {
    const { source, asked } = sourceOver(() => success([]), { queries: { drift: 'x[$nope]' } })
    expect(source.supports('drift')).toEqual({ reason: expect.stringContaining('$nope') })
    await expect(source.figures('drift', { models: [fraud], by: 'model' }, now)).rejects.toMatchObject({ kind: 'unsupported' })
    expect(asked).toEqual([])
  })
})

function failure(status: number, errorType: string, error = 'it broke') {
  return Response.json({ status: 'error', errorType, error }, { status })
}

describe('a failure', () => {
  it.each([
    ['a query that is wrong', failure(400, 'bad_data'), 'rejected', false],
    ['a query that cannot be run', failure(422, 'execution'), 'rejected', false],
    ["VictoriaMetrics' word for it", failure(422, '422'), 'rejected', false],
    ['a query that took too long', failure(503, 'timeout'), 'timeout', true],
    ['a query that was given up', failure(499, 'canceled'), 'timeout', true],
    ['a server that starts', failure(503, 'unavailable'), 'server', true],
    ['a broken server', failure(500, 'internal'), 'server', true],
    ['an error sent as success', failure(200, 'execution'), 'rejected', false],
    ['an unknown path', new Response('404 page not found', { status: 404 }), 'not-found', false],
    ['no login', new Response('Unauthorized', { status: 401 }), 'unauthenticated', false],
    ['a proxy without a server', new Response('<html>Bad Gateway</html>', { status: 502 }), 'server', true],
    ['a login page', new Response('<!doctype html><title>Sign in</title>'), 'invalid-response', false],
    ['an empty body', new Response(''), 'invalid-response', false],
    ['half an answer', new Response('{"status":"success","data":{"resultType":"vec'), 'invalid-response', false],
    ['another API', Response.json({ models: [] }), 'invalid-response', false],
    ['rows without labels', success([{ value: [1, '1'] }]), 'invalid-response', false],
    ['a kind that is not known', success([], {}, 'tensor'), 'invalid-response', false],
  ])('of %s', async (_, response, kind, retryable) => {
    const asked = sourceOver(() => response).figures()
    await expect(asked).rejects.toMatchObject({ name: 'SourceError', source: 'prometheus', kind, retryable })
  })
})

function infoOf(build: Response, names: Response, options: Partial<PrometheusOptions> = {}) {
  return sourceOver(({ path }) => (path.includes('buildinfo') ? build : names), options).source.info()
}

function build(data: object) {
  return Response.json({ status: 'success', data })
}

function names(...data: string[]) {
  return Response.json({ status: 'success', data })
}

/** As Grafana's proxy says it. */
function denied() {
  return Response.json({ message: 'You have no permission' }, { status: 403 })
}

function missing() {
  return new Response('404 page not found', { status: 404 })
}

describe('info', () => {
  const prometheus = { version: '2.42.0+ds', revision: 'abc', goVersion: 'go1.19.8' }
  const served = ['model_requests_total', ...['bucket', 'sum', 'count'].map((part) => `model_request_duration_seconds_${part}`)]

  it.each([
    ['Prometheus', '2.42.0+ds', prometheus],
    ['VictoriaMetrics', null, {}],
    ['VictoriaMetrics', null, { version: '2.24.0' }],
    ['Thanos', '0.35.0', { ...prometheus, version: '0.35.0' }],
    ['Grafana Mimir', '2.10', { ...prometheus, version: '2.10', application: 'Grafana Mimir' }],
  ])('knows %s %s', async (product, version, data) => {
    await expect(infoOf(build(data), names(...served))).resolves.toMatchObject({ product, version })
  })

  it('can do what it has the metrics for, and names those it lacks', async () => {
    const info = await infoOf(build(prometheus), names(...served, 'model_drift'))
    expect(info.capabilities).toEqual(['signals', 'drift-signals', 'per-version-signals'])
    expect(info.notes).toEqual([
      'No samples in the last 24 hours of model_quality, model_requests_in_progress.',
    ])
  })

  it('can do nothing where there is nothing', async () => {
    expect((await infoOf(build(prometheus), names())).capabilities).toEqual([])
  })

  it('goes by the preset where the server does not list names', async () => {
    const info = await infoOf(missing(), missing())
    expect(info).toMatchObject({ product: 'Prometheus', version: null })
    expect(info.capabilities).toContain('quality-signals')
    expect(info.notes).toEqual([expect.stringContaining('does not list')])
  })

  it('says what is wrong with its configuration', async () => {
    const info = await infoOf(build(prometheus), names(...served), { labels: { version: '' }, queries: { nope: 'x' } })
    expect(info.capabilities).not.toContain('per-version-signals')
    expect(info.notes).toEqual([
      expect.stringContaining('queries.nope'),
      expect.stringContaining('no version label'),
      expect.stringContaining('No samples'),
    ])
  })

  it('says what is kept back while queries are let through', async () => {
    const info = await infoOf(denied(), names(...served))
    expect(info).toMatchObject({ product: 'Prometheus', version: null })
    expect(info.capabilities).toContain('signals')
    expect(info.notes).toContain('It is not let through to ask which server and version this is (GET /api/v1/status/buildinfo).')
  })

  it('is denied where everything is', async () => {
    await expect(infoOf(denied(), denied())).rejects.toMatchObject({ kind: 'denied', message: expect.stringContaining('403: You have no permission') })
  })

  it('fails where the server does', async () => {
    await expect(infoOf(failure(500, 'internal'), names())).rejects.toMatchObject({ kind: 'server' })
  })
})
