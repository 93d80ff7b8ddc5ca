import { describe, expect, it } from 'vitest'
import type { Policy } from './policy'
import { policyText, readPolicyText } from './policyDraft'

const whole: Policy = {
  thresholds: {
    f1: { warn: 0.85, critical: 0.8, recover: 0.86, direction: 'below', for: '10m', minSamples: 200, tolerance: 0.02 },
    'eval.loss': { warn: 1, critical: 2 },
  },
  gates: { tests: 'required', two_people: 'off' },
  slo: { availability: 0.999, latencyMs: 250, window: '30d' },
}

describe('a policy as it is typed', () => {
  it('comes back whole, with metrics whose names hold dots', () => {
    expect(policyText(whole)['thresholds.eval.loss.critical']).toBe('2')
    expect(readPolicyText(policyText(whole))).toEqual({ policy: whole, problems: [] })
  })

  it('of nothing is nothing, and what is emptied is gone', () => {
    expect(policyText(null)).toEqual({})
    expect(readPolicyText({ 'gates.tests': '', 'thresholds.f1.warn': ' ', 'slo.window': '' })).toEqual({ policy: {}, problems: [] })
  })

  it.each([
    ['thresholds.f1.warn', '0,85', 'must be a number such as 0.85'],
    ['thresholds.f1.warn', 'NaN', 'must be a number such as 0.85'],
    ['thresholds.f1.warn', '0x10', 'must be a number such as 0.85'],
    ['thresholds.f1.warn', '1e999', 'must be a number such as 0.85'],
    ['thresholds.f1.minSamples', '-1', 'must be a whole number, 0 or more'],
    ['thresholds.f1.minSamples', '1.5', 'must be a whole number, 0 or more'],
    ['thresholds.f1.tolerance', '-0.1', 'must be 0 or more'],
    ['thresholds.f1.direction', 'down', 'must be below or above'],
    ['thresholds.f1.for', 'ten minutes', 'must be a duration such as 10m or 30d'],
    ['thresholds.f1.speed', '1', 'is not a setting'],
    ['gates.tests', 'must', 'must be required or advisory or off'],
    ['slo.availability', '1', 'must be between 0 and 1, such as 0.999'],
    ['slo.latencyMs', '0', 'must be above 0'],
    ['slo.window', '1 month', 'must be a duration such as 10m or 30d'],
    ['slo.speed', '1', 'is not a setting'],
    ['other', '1', 'is not a setting'],
  ])('%s = %s is wrong by its path', (path, typed, message) => {
    const { policy, problems } = readPolicyText({ [path]: typed, 'gates.documentation': 'off' })
    expect(problems).toEqual([{ path, message }])
    expect(policy).toEqual({ gates: { documentation: 'off' } })
  })

  it.each([
    ['critical before warn, worse below', { warn: '0.8', critical: '0.9', direction: 'below' }, ['critical']],
    ['critical before warn, worse above', { warn: '0.03', critical: '0.01', direction: 'above' }, ['critical']],
    ['recover within the limit, worse below', { warn: '0.85', recover: '0.8', direction: 'below' }, ['recover']],
    ['recover within the limit, worse above', { warn: '0.01', recover: '0.02', direction: 'above' }, ['recover']],
    ['recover within the limit of a score', { warn: '0.85', critical: '0.8', recover: '0.84' }, ['recover']],
    ['a score’s critical before warn', { warn: '0.85', critical: '0.9' }, ['critical']],
    ['recover within the only limit, worse above', { critical: '0.03', recover: '0.04', direction: 'above' }, ['recover']],
    ['equal limits', { warn: '0.85', critical: '0.85', recover: '0.85' }, []],
    ['one limit', { warn: '0.85' }, []],
  ])('limits that contradict: %s', (_, typed, wrong) => {
    const text = Object.fromEntries(Object.entries(typed).map(([setting, value]) => [`thresholds.f1.${setting}`, value]))
    expect(readPolicyText(text).problems.map(({ path }) => path)).toEqual(wrong.map((setting) => `thresholds.f1.${setting}`))
  })
})
