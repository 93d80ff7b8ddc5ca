import { expect, test } from 'vitest'
import type { PolicyLayers } from '@/domain/policy'
import type { HealthThresholds } from './thresholds'
import { defaultThresholds, healthThresholds } from './thresholds'

test('nobody set anything', () => {
  expect(healthThresholds({})).toEqual(defaultThresholds)
})

test.each<[string, PolicyLayers, Partial<HealthThresholds>]>([
  ['the model before the deployment', { model: { thresholds: { drift: { warn: 0.3 } } }, deployment: { thresholds: { drift: { warn: 0.1 } } } }, { drift: { warn: 0.3, critical: null } }],
  ['one key falls through alone', { deployment: { thresholds: { error_ratio: { warn: 0.02 } } } }, { errorRatio: { warn: 0.02, critical: 0.03 } }],
  ['a default does not contradict', { deployment: { thresholds: { error_ratio: { warn: 0.05 } } } }, { errorRatio: { warn: 0.05, critical: null } }],
  ['both set', { deployment: { thresholds: { error_ratio: { warn: 0.05, critical: 0.2, minSamples: 10 } } } }, { errorRatio: { warn: 0.05, critical: 0.2 }, minRequests: 10 }],
  ['few requests', { model: { thresholds: { request_rate: { critical: 2 } } } }, { requestRate: { warn: null, critical: 2 } }],
  ['the latency objective', { deployment: { slo: { latencyMs: 250 } } }, { latencyP95Ms: { warn: 250, critical: null } }],
  ['a set latency before the objective', { deployment: { slo: { latencyMs: 250 }, thresholds: { latency_p95: { warn: 100 } } } }, { latencyP95Ms: { warn: 100, critical: null } }],
])('%s', (_, layers, expected) => {
  expect(healthThresholds(layers)).toMatchObject(expected)
})

test('an availability objective sets the error ratio by its burn rate', () => {
  const { warn, critical } = healthThresholds({ deployment: { slo: { availability: 0.999 } } }).errorRatio
  expect(warn).toBeCloseTo(0.006)
  expect(critical).toBeCloseTo(0.0144)
})

test.each(['f1', 'quality_f1'])('a measure by the name %s', (name) => {
  const { quality } = healthThresholds({ deployment: { thresholds: { [name]: { warn: 0.85, critical: 0.8 } } } })
  expect(quality.f1).toEqual({ warn: 0.85, critical: 0.8, minSamples: 200 })
  expect(quality.recall).toEqual({ warn: null, critical: null, minSamples: 200 })
})

test('each measure asks for its own number of cases', () => {
  const { quality } = healthThresholds({ model: { thresholds: { f1: { minSamples: 500 }, recall: { minSamples: 50 } } } })
  expect([quality.f1.minSamples, quality.recall.minSamples, quality.accuracy.minSamples]).toEqual([500, 50, 200])
})
