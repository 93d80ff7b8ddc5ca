import { describe, expect, it } from 'vitest'
import { errorLimits, latencyLimits, scoreLimits } from './limits'

describe('limits of a chart', () => {
  it('are the built-in ones where nobody set any', () => {
    expect(errorLimits({})).toEqual({
      thresholds: [
        { value: 0.01, label: 'at risk' },
        { value: 0.03, label: 'failing' },
      ],
      note: 'Limits: at risk above 1.0 %, failing above 3.0 %; set by the built-in default.',
    })
    expect(latencyLimits({})).toEqual({ thresholds: [], note: null })
  })

  it('say who set them, the objective of a deployment too', () => {
    expect(latencyLimits({ deployment: { slo: { latencyMs: 250 } } }).note).toBe('Limits: at risk above 250 ms; set by this deployment’s policy.')
    expect(scoreLimits({ model: { thresholds: { f1: { warn: 0.88 } } } }, 'f1').note).toBe('Limits: at risk below 0.880; set by this model’s policy.')
  })
})
