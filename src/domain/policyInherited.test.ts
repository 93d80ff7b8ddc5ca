import { expect, it } from 'vitest'
import type { Policy } from './policy'
import { inheritedLevel, inheritedSlo, inheritedThreshold } from './policyInherited'

const deployment: Policy = { thresholds: { f1: { warn: 0.9, minSamples: 500 } }, gates: { tests: 'required' }, slo: { latencyMs: 300 } }

it.each([
  [deployment, 'f1', 'warn', { text: '0.9', from: 'deployment' }],
  [deployment, 'f1', 'critical', null],
  [deployment, 'f1', 'minSamples', { text: '500', from: 'deployment' }],
  [null, 'f1', 'warn', null],
  [null, 'f1', 'direction', { text: 'below', from: 'default' }],
  [null, 'rmse', 'direction', { text: 'above', from: 'default' }],
  [null, 'log_loss', 'direction', { text: 'above', from: 'default' }],
  [null, 'request_rate', 'direction', { text: 'below', from: 'default' }],
  [null, 'f1', 'for', { text: '5m', from: 'default' }],
  [{ thresholds: { f1: { for: '1h' } } }, 'f1', 'for', { text: '1h', from: 'deployment' }],
  [null, 'f1', 'tolerance', { text: '0.01', from: 'default' }],
  [null, 'rmse', 'tolerance', { text: '2 %', from: 'default' }],
  [null, 'error_ratio', 'warn', { text: '0.01', from: 'default' }],
  [{ slo: { availability: 0.999 } }, 'error_ratio', 'warn', { text: '0.006', from: 'deployment' }],
  [deployment, 'latency_p95', 'warn', { text: '300', from: 'deployment' }],
  [null, 'latency_p95', 'warn', null],
  [null, 'drift', 'warn', { text: '0.2', from: 'default' }],
] as const)('%j: %s %s', (policy, name, setting, expected) => {
  expect(inheritedThreshold(policy, name, setting)).toEqual(expected)
})

it('a check has the deployment’s level, else its own default', () => {
  expect(inheritedLevel(deployment, 'tests')).toEqual({ text: 'required', from: 'deployment' })
  expect(inheritedLevel(deployment, 'two_people')).toEqual({ text: 'off', from: 'default' })
  expect(inheritedLevel(null, 'constructor')).toEqual({ text: 'off', from: 'default' })
})

it('an objective is the deployment’s, or nobody’s', () => {
  expect(inheritedSlo(deployment, 'latencyMs')).toEqual({ text: '300', from: 'deployment' })
  expect(inheritedSlo(deployment, 'window')).toBeNull()
})
