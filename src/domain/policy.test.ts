import { describe, expect, it } from 'vitest'
import { durationMs, gateLevel, sloSetting, thresholdSetting } from './policy'

describe('a policy', () => {
  const layers = {
    model: { thresholds: { f1: { critical: 0.7 } } },
    deployment: { thresholds: { f1: { critical: 0.8, warn: 0.85 } }, gates: { tests: 'required' }, slo: { availability: 0.999 } },
    builtIn: { thresholds: { f1: { minSamples: 200 } }, slo: { window: '30d' } },
  } as const

  it('resolves each setting on its own and says who decided', () => {
    expect(thresholdSetting(layers, 'f1', 'critical')).toEqual({ value: 0.7, from: 'model' })
    expect(thresholdSetting(layers, 'f1', 'warn')).toEqual({ value: 0.85, from: 'deployment' })
    expect(thresholdSetting(layers, 'f1', 'minSamples')).toEqual({ value: 200, from: 'default' })
    expect(thresholdSetting(layers, 'recall', 'warn')).toBeNull()
    expect(thresholdSetting({}, 'constructor', 'warn')).toBeNull()
    expect(gateLevel(layers, 'tests', 'advisory')).toEqual({ value: 'required', from: 'deployment' })
    expect(gateLevel(layers, 'lineage', 'advisory')).toEqual({ value: 'advisory', from: 'default' })
    expect(sloSetting(layers, 'availability')).toEqual({ value: 0.999, from: 'deployment' })
    expect(sloSetting(layers, 'window')).toEqual({ value: '30d', from: 'default' })
  })

  it('keeps a zero', () => {
    expect(thresholdSetting({ model: { thresholds: { f1: { tolerance: 0 } } } }, 'f1', 'tolerance')).toEqual({ value: 0, from: 'model' })
  })

  it.each([
    ['10m', 600_000],
    ['1h30m', 5_400_000],
    ['30d', 2_592_000_000],
    ['90s', 90_000],
    ['', null],
    ['10', null],
    ['ten minutes', null],
    ['-1m', null],
  ])('duration %j', (text, ms) => {
    expect(durationMs(text)).toBe(ms)
  })
})
