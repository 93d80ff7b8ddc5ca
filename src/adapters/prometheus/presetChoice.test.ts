import { describe, expect, it } from 'vitest'
import { sourceOverTestData } from '@/testing/monitoringSetup'
import type { PrometheusOptions } from './index'

const baseUrl = 'http://prometheus.test'
const start = 1_790_000_000_000
const fraud = { ref: { source: 'mlflow', name: 'fraud' }, serving: null }

function success(data: unknown): Promise<Response> {
  return Promise.resolve(Response.json({ status: 'success', data }))
}

/** A server that lists these metrics, or answers something else instead; nothing has samples. */
function sourceWith(options: Partial<PrometheusOptions>, metrics: readonly string[] | (() => Response)) {
  const state = { now: start, metrics, lists: 0, queries: 0 }
  const source = sourceOverTestData({
    baseUrl,
    clock: { now: () => state.now },
    fetch: (input) => {
      const url = typeof input === 'string' ? input : ''
      if (url.includes('buildinfo')) return success({})
      if (url.includes('__name__')) {
        state.lists += 1
        return typeof state.metrics === 'function' ? Promise.resolve(state.metrics()) : success(state.metrics)
      }
      state.queries += 1
      return success({ resultType: 'vector', result: [] })
    },
    ...options,
  })
  const ask = () => source.figures('request_rate', { models: [fraud], by: 'model' }, { windowMs: 60_000, offsetMs: 0 })
  return { source, state, ask }
}

const mlserver = ['model_infer_request_success_total', 'model_infer_request_duration_count', 'model_infer_request_duration_sum']

describe('a preset by name', () => {
  it('asks nothing of the server to be chosen', async () => {
    const { source, state, ask } = sourceWith({ preset: 'mlserver' }, [])
    expect(await ask()).toMatchObject({ query: expect.stringContaining('model_infer_request_success_total') })
    expect(state.lists).toBe(0)
    expect(source.supports('latency_p95')).toEqual({ reason: expect.stringContaining('no percentile') })
    expect(source.supports('latency_mean')).toBe(true)
  })

  it('refuses what its runtime cannot say, with the reason', async () => {
    const { source } = sourceWith({ preset: 'torchserve' }, [])
    const asked = source.figures('error_ratio', { models: [fraud], by: 'model' }, { windowMs: 60_000, offsetMs: 0 })
    await expect(asked).rejects.toMatchObject({ kind: 'unsupported', message: expect.stringContaining('whole host') })
  })

  it.each([
    ['says which other one fits, and the line to write', 'modeldeck', mlserver, 'not there, but there are metrics of others; in config.json, for MLServer: "preset": "mlserver".'],
    ['says what else is there', 'mlserver', [...mlserver, 'model_requests_total'], 'metrics of others too; to read those, put into config.json, for the Modeldeck convention: "preset": "modeldeck".'],
  ])('%s', async (_, preset, metrics, words) => {
    const { notes } = await sourceWith({ preset }, metrics).source.info()
    expect(notes.join('\n')).toContain(words)
  })
})

describe('"auto"', () => {
  it('supports everything until it knows, asks once for all, and keeps what it found', async () => {
    const { source, state, ask } = sourceWith({ preset: 'auto' }, mlserver)
    expect(source.supports('latency_p95')).toBe(true)
    const [first] = await Promise.all([ask(), ask()])
    expect(first?.query).toContain('model_infer_request_success_total')
    expect(state.lists).toBe(1)
    expect(source.supports('latency_p95')).toHaveProperty('reason')
    state.now += 3_600_000
    await ask()
    expect(state.lists).toBe(1)
    expect((await source.info()).notes[0]).toBe('The preset "auto" found the metrics of MLServer and reads those ("preset": "mlserver").')
  })

  it('goes on with the convention where there is nothing yet, and looks again', async () => {
    const { source, state, ask } = sourceWith({ preset: 'auto' }, [])
    expect((await ask()).query).toContain('model_requests_total')
    expect((await source.info()).notes[0]).toContain('looks again every minute')
    state.metrics = mlserver
    state.now += 30_000
    expect((await ask()).query).toContain('model_requests_total')
    state.now += 30_000
    expect((await ask()).query).toContain('model_infer_request_success_total')
  })

  it('says that it cannot choose where the server does not list its metrics', async () => {
    const { source } = sourceWith({ preset: 'auto' }, () => new Response('404 page not found', { status: 404 }))
    expect((await source.info()).notes[0]).toContain('cannot choose')
  })

  it('fails as the server does, and asks again', async () => {
    const { state, ask } = sourceWith({ preset: 'auto' }, () => Response.json({ status: 'error', errorType: 'unavailable', error: 'starting' }, { status: 503 }))
    await expect(ask()).rejects.toMatchObject({ name: 'SourceError', kind: 'server' })
    state.metrics = mlserver
    expect((await ask()).query).toContain('model_infer_request_success_total')
  })

  it('lets config.json name the labels and queries of its own', async () => {
    const { source } = sourceWith({ preset: 'auto', labels: { version: '' }, queries: { drift: 'max by ($by) (psi{$selector})' } }, mlserver)
    const plan = await source.plan()
    expect(plan.labels).toEqual({ model: 'model', version: null })
    expect(plan.signals.find(({ name }) => name === 'drift')).toMatchObject({ origin: 'config', query: 'max by ($by) (psi{$selector})' })
  })
})
