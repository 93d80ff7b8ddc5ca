import { describe, expect, test } from 'vitest'
import { recognise } from '@/domain/quality/recognise'
import { aVersion } from '@/domain/testData'
import { dayMs, hourMs } from '@/domain/time'
import { assess, headline } from './assess'
import type { HealthInput } from './input'
import { pendingOf } from './input'
import { printHealthRules } from './print'
import { healthRules } from './rules'
import { defaultThresholds, type HealthThresholds } from './thresholds'

const now = Date.UTC(2026, 2, 10, 12)
const v18 = { version: '18', by: 'alias' } as const
const quality = (values: Record<string, number | null>) =>
  recognise(Object.entries(values).map(([key, value]) => ({ key, value, step: null, at: null })))
const limits = {
  ...defaultThresholds,
  latencyP95Ms: { warn: 250, critical: null },
  quality: { ...defaultThresholds.quality, f1: { warn: 0.85, critical: 0.8, minSamples: 200 } },
}
const deprecated = (version: string, sunset: string | null) => aVersion(version, { state: 'deprecated', sunset })

/** What makes each rule write the example that the documentation shows. */
const examples: Readonly<Record<string, Omit<HealthInput, 'now'>>> = {
  errors_rose: { production: v18, servingSince: now - 3 * hourMs, errorRatio: { now: 0.041, previousVersion: 0.002 } },
  errors_high: { errorRatio: { now: 0.041, since: now - 3 * hourMs } },
  latency_rose: { latencyP95Ms: { now: 310, before: 84 }, comparedMs: dayMs },
  latency_high: { latencyP95Ms: { now: 310 } },
  traffic_low: { requestRate: { now: 3 } },
  traffic_gone: { requestRate: { now: 0, before: 212 }, comparedMs: dayMs },
  batch_late: { batch: { ageMs: 41 * hourMs, intervalMs: dayMs, failed: false } },
  batch_failed: { batch: { ageMs: 7 * hourMs, intervalMs: dayMs, failed: true } },
  quality_low: { liveQuality: { f1: { now: 0.78, samples: 1840 } } },
  quality_fell: { liveQuality: { recall: { now: 0.78, before: 0.91, samples: 1840 } }, qualityComparedMs: 9 * dayMs },
  input_drifts: { drift: [{ feature: 'claim_amount', psi: 0.31 }] },
  alert_fires: { production: v18, alerts: [{ name: 'HighErrorRatio', severity: 'critical', state: 'firing', since: now - 3 * hourMs, version: '18', silenced: false }] },
  alias_dangles: { danglingAliases: [{ alias: 'champion', version: '12' }], production: { version: '12', by: 'alias' } },
  version_not_ready: { champion: aVersion('12', { status: 'failed' }) },
  champion_retired: { champion: deprecated('12', '2026-03-19') },
  retired_in_use: { otherTraffic: [{ version: deprecated('9', '2026-03-19'), requestRate: 2.3 }] },
  decision_unfinished: { pending: 'decision' },
  no_production: { production: null, requestRate: { now: 2.3 } },
  challenger_better: { quality: quality({ f1: 0.912 }), challenger: { version: '8', quality: quality({ f1: 0.925 }) } },
  request_waits: { pending: 'request' },
}

const fewRequests = { ...limits, requestRate: { warn: 10, critical: 2 } }
const judge = (input: Omit<HealthInput, 'now'>, by: HealthThresholds = limits) => assess({ now, ...input }, by)

describe('the table', () => {
  test.each(healthRules.map((rule) => [rule.id, rule] as const))('%s writes its example', (id, rule) => {
    const { reasons, hints } = judge(examples[id] ?? {}, id === 'traffic_low' ? fewRequests : limits)
    const found = [...reasons, ...hints].find((hint) => hint.rule === id)
    expect(found?.sentence).toBe(rule.example)
    expect(found?.evidence).toBe(rule.evidence)
  })

  test.each(healthRules.map((rule) => [rule.id, rule] as const))('%s is silent where nothing was asked', (_, rule) => {
    expect(rule.evaluate({ now }, limits)).toEqual({ level: 'not-asked' })
  })

  test('ids are unique', () => {
    expect(new Set(healthRules.map(({ id }) => id)).size).toBe(healthRules.length)
  })

  test('docs/health.md prints it', async () => {
    await expect(printHealthRules()).toMatchFileSnapshot('../../../docs/health.md')
  })
})

/** Status, then the sentences of reasons and hints. */
const says = (input: Omit<HealthInput, 'now'>) => {
  const health = judge(input)
  return [health.status, ...[...health.reasons, ...health.hints].map(({ sentence }) => sentence)]
}
const released = { production: v18, servingSince: now - 3 * hourMs, comparedMs: dayMs }

describe('requests, errors and latency', () => {
  test.each<[string, Omit<HealthInput, 'now'>, string[]]>([
    ['low errors', { errorRatio: { now: 0.002, before: 0.002 } }, ['ok']],
    ['zero errors', { errorRatio: { now: 0 } }, ['ok']],
    ['no errors known', { errorRatio: { now: null } }, ['no-data']],
    ['a limit reached', { errorRatio: { now: 0.01 } }, ['at-risk', 'Errors are at 1 % (limit 1 %)']],
    ['high, and no news', { errorRatio: { now: 0.041, before: 0.04 } }, ['failing', 'Errors are at 4.1 % (limit 3 %)']],
    ['risen within the window of a release', { ...released, errorRatio: { now: 0.041, before: 0.002 } }, ['failing', 'Errors rose from 0.2 % to 4.1 % with v18, 3 h ago']],
    ['risen after an old release', { ...released, servingSince: now - 9 * dayMs, errorRatio: { now: 0.041, before: 0.002 } }, ['failing', 'Errors rose from 0.2 % to 4.1 % within 24 h']],
    ['risen since a time that a series shows', { errorRatio: { now: 0.02, before: 0, since: now - hourMs } }, ['at-risk', 'Errors rose from 0 % to 2 %, 1 h ago']],
    ['risen below the limit', { errorRatio: { now: 0.008, before: 0.002 } }, ['at-risk', 'Errors rose from 0.2 % to 0.8 %']],
    ['risen by little', { errorRatio: { now: 0.003, before: 0.0001 } }, ['ok']],
    ['risen on a high level', { errorRatio: { now: 0.009, before: 0.006 } }, ['ok']],
    ['fallen', { errorRatio: { now: 0.001, before: 0.041 } }, ['ok']],
    ['too few requests', { errorRatio: { now: 0.5 }, requestRate: { now: 0.1 }, windowMs: 300_000 }, ['ok']],
    ['enough requests', { errorRatio: { now: 0.5 }, requestRate: { now: 1 }, windowMs: 300_000 }, ['failing', 'Errors are at 50 % (limit 3 %)']],
    ['latency within', { latencyP95Ms: { now: 249, before: 240 } }, ['ok']],
    ['latency at its limit', { latencyP95Ms: { now: 250 } }, ['at-risk', 'p95 is at 250 ms (limit 250 ms)']],
    ['latency risen with a release', { ...released, latencyP95Ms: { now: 200, previousVersion: 84 } }, ['at-risk', 'p95 rose from 84 ms to 200 ms with v18, 3 h ago']],
    ['latency of microseconds', { latencyP95Ms: { now: 4, before: 1 } }, ['ok']],
    ['series gone', { requestRate: { now: null, before: 3 } }, ['at-risk', 'No requests, where there were 3/s before']],
    ['never any', { requestRate: { now: 0, before: 0 } }, ['no-data']],
    ['batch between runs', { servingKind: 'batch', requestRate: { now: 0, before: 3 } }, ['no-data']],
  ])('%s', (_, input, expected) => {
    expect(says(input)).toEqual(expected)
  })

  test.each<[string, Omit<HealthInput, 'now'>, string[]]>([
    ['enough', { requestRate: { now: 10 } }, ['ok']],
    ['few', { requestRate: { now: 9 } }, ['at-risk', 'Requests are at 9/s, below 10/s']],
    ['very few', { requestRate: { now: 0.5 } }, ['failing', 'Requests are at 30/min, below 2/s']],
    ['gone, where there were some', { requestRate: { now: 0, before: 9 } }, ['failing', 'Requests are at 0/h, below 2/s']],
    ['none known', { requestRate: { now: null } }, ['no-data']],
    ['between two runs', { servingKind: 'streaming', requestRate: { now: 3 } }, ['no-data']],
  ])('with a limit on requests: %s', (_, input, expected) => {
    const { status, reasons } = judge(input, fewRequests)
    expect([status, ...reasons.map(({ sentence }) => sentence)]).toEqual(expected)
  })

  test('after a release a rollback is offered, otherwise not', () => {
    const input = { ...released, rollbackTo: '17', errorRatio: { now: 0.041, before: 0.002 } }
    expect(judge(input).reasons[0]?.action).toEqual({ kind: 'rollback', label: 'Roll back to v17', version: '17' })
    expect(judge({ ...input, servingSince: now - 9 * dayMs }).reasons[0]?.action).toBeNull()
  })

  test('why errors were not judged is said', () => {
    const { unjudged } = judge({ errorRatio: { now: 0.5 }, requestRate: { now: 0.1 }, windowMs: 300_000 })
    expect(unjudged).toContainEqual({ rule: 'errors_high', why: 'Errors: too few requests (n = 30)' })
  })
})

describe('live quality and drift', () => {
  test.each<[string, Omit<HealthInput, 'now'>, string[]]>([
    ['good', { liveQuality: { f1: { now: 0.9, before: 0.91, samples: 500 } } }, ['ok']],
    ['at the limit', { liveQuality: { f1: { now: 0.85, samples: 500 } } }, ['ok']],
    ['below the first limit', { liveQuality: { f1: { now: 0.84 } } }, ['at-risk', 'F1 is 0.84, below 0.85']],
    ['a measure without a limit', { liveQuality: { recall: { now: 0.1 } } }, ['ok']],
    ['too few cases', { liveQuality: { f1: { now: 0.1, samples: 199 } } }, ['no-data']],
    ['fallen, the worst speaks', { liveQuality: { recall: { now: 0.8, before: 0.9 }, precision: { now: 0.7, before: 0.9 } } }, ['at-risk', 'Precision fell from 0.90 to 0.70']],
    ['fallen by chance perhaps', { liveQuality: { recall: { now: 0.84, before: 0.9, samples: 200 } } }, ['ok']],
    ['fallen beyond chance', { liveQuality: { recall: { now: 0.84, before: 0.9, samples: 2000 } }, qualityComparedMs: 5 * hourMs }, ['at-risk', 'Recall fell from 0.90 to 0.84 in 5 h (n = 2,000)']],
    ['none known', { liveQuality: null }, ['no-data']],
    ['drift within', { drift: [{ feature: 'age', psi: 0.19 }] }, ['ok']],
    ['several drift', { drift: [{ feature: 'age', psi: 0.2 }, { feature: 'region', psi: 0.4 }, { feature: 'x', psi: 0 }] }, ['at-risk', 'region and 1 more drift (PSI up to 0.40)']],
    ['no name', { drift: [{ feature: null, psi: 0.5 }] }, ['at-risk', 'An input drifts (PSI 0.50)']],
    ['no drift known', { drift: [{ feature: 'age', psi: null }] }, ['no-data']],
  ])('%s', (_, input, expected) => {
    expect(says(input)).toEqual(expected)
  })
})

describe('what the registry says', () => {
  const f1 = (value: number | null) => quality({ test_f1: value })

  test.each<[string, Omit<HealthInput, 'now'>, string[]]>([
    ['a healthy registry alone is no news of the model', { production: v18, champion: aVersion('18'), danglingAliases: [], pending: null }, ['no-data']],
    ['no production, nothing served', { production: null, requestRate: { now: null } }, ['no-data', 'No version is marked as production']],
    ['another alias dangles', { production: v18, danglingAliases: [{ alias: 'old', version: '2' }] }, ['at-risk', 'Alias old points at v2, which no longer exists']],
    ['pending', { champion: aVersion('12', { status: 'pending' }) }, ['at-risk', 'v12 serves production, but is still being registered']],
    ['archived champion', { champion: aVersion('12', { state: 'archived' }) }, ['at-risk', 'v12 serves production, but is archived']],
    ['past its sunset', { champion: deprecated('12', '2026-03-07') }, ['failing', 'v12 serves production, but is deprecated; its sunset was 3 days ago']],
    ['sunset of an active version', { champion: aVersion('12', { sunset: '2020-01-01' }) }, ['no-data']],
    ['old version, sunset far', { otherTraffic: [{ version: deprecated('9', '2026-12-31'), requestRate: 2 }] }, ['no-data']],
    ['old version, no requests', { otherTraffic: [{ version: deprecated('9', '2026-03-11'), requestRate: 0 }] }, ['no-data']],
    ['old versions, the most urgent first', { otherTraffic: [{ version: deprecated('9', '2026-03-20'), requestRate: 2 }, { version: deprecated('8', '2026-03-10'), requestRate: 1 }] }, ['at-risk', 'Deprecated v8 still gets 1/s; its sunset is today, and 1 more']],
    ['the champion is judged by its own rule', { production: v18, otherTraffic: [{ version: deprecated('18', '2026-03-11'), requestRate: 2 }] }, ['no-data']],
    ['archived in use', { otherTraffic: [{ version: aVersion('3', { state: 'archived' }), requestRate: 0.1 }] }, ['at-risk', 'Archived v3 still gets 6/min']],
    ['challenger no better', { quality: f1(0.9), challenger: { version: '8', quality: f1(0.904) } }, ['no-data']],
    ['challenger of another split', { quality: f1(0.9), challenger: { version: '8', quality: quality({ val_f1: 0.99 }) } }, ['no-data']],
    ['both from training', { quality: quality({ training_f1_score: 0.9 }), challenger: { version: '8', quality: quality({ training_f1_score: 0.99 }) } }, ['no-data']],
    ['challenger without the measure', { quality: f1(0.9), challenger: { version: '8', quality: f1(null) } }, ['no-data']],
    ['a regression: lower is better', { task: 'regression', quality: quality({ mae: 12.4 }), challenger: { version: '8', quality: quality({ mae: 12.1 }) } }, ['no-data', 'Challenger v8 is better: MAE 12.1, champion 12.4']],
  ])('%s', (_, input, expected) => {
    expect(says(input)).toEqual(expected)
  })

  test.each([
    [{ 'modeldeck.intent.01J': '{}', 'modeldeck.pending': 'yes' }, 'decision'],
    [{ 'modeldeck.pending': 'yes' }, 'request'],
    [{ 'modeldeck.pending': 'no' }, null],
    [{}, null],
  ])('%j waits as %s', (tags, pending) => {
    expect(pendingOf(tags)).toBe(pending)
  })
})

test('two reasons make one line', () => {
  const health = judge({ ...examples['quality_fell'], ...examples['input_drifts'] })
  expect(headline(health)).toBe('Recall fell from 0.91 to 0.78 in 9 days (n = 1,840); claim_amount drifts (PSI 0.31)')
  expect(headline(judge({}))).toBe('')
})
