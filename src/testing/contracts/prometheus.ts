import { describe, expect, it } from 'vitest'
import type { MonitoringSource } from '@/ports/monitoring'
import { monitoredModels } from '@/testing/monitoringData'

/** How the adapter reads the refusals of a server of this protocol. `make` overrides the query of `drift`. */
export function promqlRefusals(name: string, make: (drift: string) => Promise<MonitoringSource>): void {
  describe(`${name} refuses`, () => {
    it.each([
      ['a query that is cut short', 'sum(('],
      ['a function that there is not', 'no_such_function(model_drift{$selector})'],
      ['a join that is ambiguous', 'model_drift{$selector} * on (model) model_requests_in_progress{$selector}'],
    ])('%s, in its own words', async (_, query) => {
      const source = await make(query)
      const asked = source.figures('drift', { models: monitoredModels, by: 'model' }, { windowMs: 60_000, offsetMs: 0 })
      await expect(asked).rejects.toMatchObject({
        kind: 'rejected',
        retryable: false,
        source: source.id,
        message: expect.stringMatching(/error|unsupported|many-to-many|duplicate|must contain|found/i),
        advice: expect.stringContaining('config.json'),
      })
    })
  })
}
