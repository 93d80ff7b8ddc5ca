import { expect, it } from 'vitest'
import type { Policy, PolicyLayers } from '@/domain/policy'
import { minuteMs } from '@/domain/time'
import { hasOwnLimits, isBeyond, leastSupport, thresholdRules } from './rule'

const model = (thresholds: Policy['thresholds'], slo?: Policy['slo']): PolicyLayers => ({ model: { thresholds, slo } })
const named = (layers: PolicyLayers, name: string) => thresholdRules(layers).find((rule) => rule.name === name)

it('has the limits of health where nobody set any, and says so', () => {
  expect(thresholdRules({}).map(({ name, warn, critical, from }) => [name, warn, critical, from])).toEqual([
    ['error_ratio', 0.01, 0.03, 'default'],
    ['drift', 0.2, null, 'default'],
  ])
  expect(hasOwnLimits({})).toBe(false)
})

it.each<[string, PolicyLayers, string, Record<string, unknown>]>([
  ['a score', model({ f1: { warn: 0.85, recover: 0.86, for: '1h', minSamples: 500 } }), 'f1', { signal: 'quality_f1', side: 'below', warn: 0.85, critical: null, recover: 0.86, forMs: 60 * minuteMs, support: { signal: 'quality_samples', least: 500 }, from: 'model' }],
  ['a score by its signal', model({ quality_f1: { critical: 0.8 } }), 'f1', { signal: 'quality_f1', critical: 0.8, forMs: 5 * minuteMs, support: { signal: 'quality_samples', least: 200 } }],
  ['few requests', model({ request_rate: { warn: 2 } }), 'request_rate', { side: 'below', support: null }],
  ['another signal', model({ latency_p99: { critical: 900 } }), 'latency_p99', { side: 'above', warn: null, critical: 900, support: { signal: 'request_rate', least: 100 } }],
  ['an objective', { deployment: { slo: { latencyMs: 250 } } }, 'latency_p95', { warn: 250, critical: null, from: 'deployment' }],
  ['what falls through', { model: { thresholds: { error_ratio: { for: '2m' } } }, deployment: { thresholds: { error_ratio: { critical: 0.1 } } } }, 'error_ratio', { warn: 0.01, critical: 0.1, forMs: 2 * minuteMs, from: 'deployment' }],
])('%s', (_, layers, name, expected) => {
  expect(named(layers, name)).toMatchObject(expected)
  expect(hasOwnLimits(layers)).toBe(true)
})

it('a measure that monitoring does not know makes none', () => {
  expect(named(model({ rmse: { critical: 3 } }), 'rmse')).toBeUndefined()
})

it.each([
  ['above', 3, true],
  ['above', 2.9, false],
  ['below', 3, false],
  ['below', 2.9, true],
] as const)('%s: %d against 3', (side, value, expected) => {
  expect(isBeyond(value, 3, side)).toBe(expected)
})

it('counts requests over the window, and cases as they are', () => {
  expect(leastSupport({ signal: 'request_rate', least: 150 })).toBe(0.5)
  expect(leastSupport({ signal: 'quality_samples', least: 150 })).toBe(150)
})
