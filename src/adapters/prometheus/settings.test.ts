import { describe, expect, it } from 'vitest'
import { resolveSettings, type PrometheusSettings } from './settings'

const defaults: PrometheusSettings = { preset: 'modeldeck', labels: {}, match: [], queries: {}, registryIds: ['mlflow'] }

it('needs nothing', () => {
  const settings = resolveSettings(defaults)
  expect(settings.problems).toEqual([])
  expect(settings.labels).toEqual({ model: 'model', version: 'version' })
})

it('takes labels, also the lack of one', () => {
  expect(resolveSettings({ ...defaults, labels: { model: 'model_name', version: '' } }).labels).toEqual({
    model: 'model_name',
    version: null,
  })
})

it('replaces the text of a signal and keeps what it means', () => {
  const { signals, problems } = resolveSettings({ ...defaults, queries: { drift: 'max by ($by, feature) (psi{$selector})' } })
  expect(problems).toEqual([])
  expect(signals.drift).toMatchObject({ query: 'max by ($by, feature) (psi{$selector})', keep: ['feature', 'stat'] })
})

describe('names what is wrong', () => {
  it.each<[string, Partial<PrometheusSettings>, string]>([
    ['an unknown preset', { preset: 'nope' }, 'preset'],
    ['a label that is none', { labels: { model: 'a b' } }, 'labels.model'],
    ['a signal that is none', { queries: { latency: 'x' } }, 'queries.latency'],
    ['a query that is no text', { queries: { drift: 3 } }, 'queries.drift'],
    ['an empty query', { queries: { drift: '  ' } }, 'queries.drift'],
    ['an unknown placeholder', { queries: { drift: 'x{$selector}[$__range]' } }, 'queries.drift'],
    ['a rule', { match: [{ model: '${x}' }] }, 'match[0].model'],
  ])('%s', (_, change, field) => {
    expect(resolveSettings({ ...defaults, ...change }).problems.map((problem) => problem.field)).toEqual([field])
  })
})

it('never answers a broken override with the preset', () => {
  const { signals } = resolveSettings({ ...defaults, queries: { drift: 'x[$nope]' } })
  expect(signals.drift).toEqual({ reason: expect.stringContaining('$nope') })
  expect(signals.request_rate).toHaveProperty('query')
})

it('supports nothing under an unknown preset, but what is overridden', () => {
  const { signals } = resolveSettings({ ...defaults, preset: 'nope', queries: { request_rate: 'sum by ($by) (x)' } })
  expect(signals.drift).toHaveProperty('reason')
  expect(signals.request_rate).toMatchObject({ combine: 'sum' })
})
