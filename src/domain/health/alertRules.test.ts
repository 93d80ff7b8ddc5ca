import { describe, expect, test } from 'vitest'
import { hourMs } from '@/domain/time'
import { assess } from './assess'
import type { HealthAlert, HealthInput } from './input'

const now = Date.UTC(2026, 2, 10, 12)
const alert = (change: Partial<HealthAlert> = {}): HealthAlert => ({
  name: 'RecallLow',
  severity: 'warning',
  state: 'firing',
  since: now - 3 * hourMs,
  version: null,
  silenced: false,
  ...change,
})
const critical = alert({ name: 'HighErrorRatio', severity: 'critical' })
const v12 = { version: '12', by: 'alias' } as const

/** Status, then the sentences of reasons and hints. */
function says(input: Omit<HealthInput, 'now'>) {
  const health = assess({ now, ...input })
  return [health.status, ...[...health.reasons, ...health.hints].map(({ sentence }) => sentence)]
}

describe('alerts', () => {
  test.each<[string, Omit<HealthInput, 'now' | 'alerts'> & { alerts: readonly HealthAlert[] }, string[]]>([
    ['none is no proof that the model is well', { alerts: [] }, ['no-data']],
    ['a warning', { alerts: [alert()] }, ['at-risk', 'Alert RecallLow fires for 3 h']],
    ['no severity counts as a warning', { alerts: [alert({ severity: null, since: null })] }, ['at-risk', 'Alert RecallLow fires']],
    ['a critical one', { alerts: [critical] }, ['failing', 'Critical alert HighErrorRatio fires for 3 h']],
    ['the critical one speaks', { alerts: [alert(), critical] }, ['failing', 'Critical alert HighErrorRatio fires for 3 h']],
    ['several', { alerts: [alert(), alert({ name: 'A' }), alert({ name: 'B' }), alert({ name: 'C' })] }, ['at-risk', '4 alerts fire: RecallLow, A and 2 more']],
    ['one rule on several versions', { alerts: [alert(), alert()] }, ['at-risk', '2 alerts fire: RecallLow']],
    ['the version in production', { production: v12, alerts: [alert({ version: '12' })] }, ['at-risk', 'Alert RecallLow of v12 fires for 3 h']],
    ['another version', { production: v12, alerts: [alert({ version: '9', severity: 'critical' })] }, ['no-data', 'Critical alert RecallLow of v9 fires for 3 h']],
    ['production unknown', { production: null, alerts: [alert({ version: '9' })] }, ['at-risk', 'Alert RecallLow of v9 fires for 3 h', 'No version is marked as production']],
    ['only informs', { alerts: [alert({ severity: 'info' })] }, ['no-data', 'Alert RecallLow fires for 3 h']],
    ['pending', { alerts: [alert({ state: 'pending', severity: 'critical' })] }, ['no-data']],
    ['silenced', { alerts: [alert({ state: 'suppressed', severity: 'critical', silenced: true })] }, ['no-data', 'Critical alert RecallLow fires for 3 h, silenced']],
    ['another alert speaks for it', { alerts: [alert({ state: 'suppressed' })] }, ['no-data']],
  ])('%s', (_, input, expected) => {
    expect(says(input)).toEqual(expected)
  })

  test('a source that did not answer is said', () => {
    expect(assess({ now, alerts: null }).unjudged).toContainEqual({ rule: 'alert_fires', why: 'Alerts: no source answered' })
  })
})
