import { describe, expect, it } from 'vitest'
import type { KnownMetric, QualityMetrics } from '@/domain/metric'
import type { Policy } from '@/domain/policy'
import { assess, blocks, decide } from './assessment'
import type { Evidence } from './evidence'
import { gates } from './gates'
import { printGates } from './print'

const at = (version: string | null) => ({ seenChampion: version, champion: version, openIntent: null })

/** A plain registry on its first day: nothing else is configured. */
function plain(over: Partial<Evidence> = {}): Evidence {
  return {
    policy: {},
    candidate: { version: '3', status: 'ready', lifecycle: 'active' },
    registry: at('2'),
    ...over,
  }
}

function quality(values: Partial<Record<KnownMetric, number | null>>, support: number | null = null, split: 'test' | 'val' = 'test') {
  const metrics: QualityMetrics = {}
  for (const [metric, value] of Object.entries(values))
    Object.assign(metrics, { [metric]: { metric, value, rawName: `${split}_${metric}`, split, average: null } })
  return { metrics, support }
}

const policy = (deployment: Policy, model?: Policy) => ({ policy: { deployment, model } })
const f1 = (threshold: NonNullable<Policy['thresholds']>[string]) => policy({ thresholds: { f1: threshold } })
const serving = (requests: number | null, errorRatio: number | null, p95Ms: number | null) => ({ requests, errorRatio, p95Ms })
const ana = { name: 'ana', kind: 'authenticated' } as const
const ben = { name: 'ben', kind: 'authenticated' } as const
const on = (gate: string) => policy({ gates: { [gate]: 'required' } })
const intent = {
  id: '01',
  action: 'promote',
  status: 'intended',
  actor: 'ben',
  actorKind: 'self-declared',
  at: 0,
  reason: '',
  from: '2',
  to: '4',
  checks: [],
  overrides: [],
} as const

const table: readonly [gate: string, what: string, evidence: Evidence, verdict: string, sentence: RegExp][] = [
  ['version_ready', 'ready', plain(), 'pass', /is ready/],
  ['version_ready', 'pending', plain({ candidate: { version: '3', status: 'pending', lifecycle: 'active' } }), 'fail', /still being registered/],
  ['version_ready', 'failed', plain({ candidate: { version: '3', status: 'failed', lifecycle: 'active' } }), 'fail', /could not be registered/],
  ['version_ready', 'unsaid', plain({ candidate: { version: '3', status: 'unknown', lifecycle: 'active' } }), 'unknown', /does not say/],
  ['version_ready', 'deprecated', plain({ candidate: { version: '3', status: 'ready', lifecycle: 'deprecated' } }), 'fail', /is deprecated/],
  ['version_ready', 'archived', plain({ candidate: { version: '3', status: 'ready', lifecycle: 'archived' } }), 'fail', /is archived/],

  ['registry_unchanged', 'unchanged', plain(), 'pass', /still v2/],
  ['registry_unchanged', 'nothing then and now', plain({ registry: at(null) }), 'pass', /still nothing/],
  ['registry_unchanged', 'moved', plain({ registry: { ...at('2'), champion: '4' } }), 'fail', /is v4 now; the page was opened with v2/],
  ['registry_unchanged', 'gone', plain({ registry: { ...at('2'), champion: null } }), 'fail', /is nothing now/],
  ['registry_unchanged', 'someone at work', plain({ registry: { ...at('2'), openIntent: intent } }), 'fail', /ben has not finished the promotion v2 → v4/],
  ['registry_unchanged', 'no answer', plain({ registry: null }), 'unknown', /did not answer/],

  ['f1_threshold', 'no limit', plain({ quality: quality({ f1: 0.9 }) }), 'not-applicable', /Nobody set a limit/],
  ['f1_threshold', 'no metrics at all', plain(f1({ critical: 0.8 })), 'not-applicable', /keeps no metrics/],
  ['f1_threshold', 'met', plain({ ...f1({ critical: 0.8 }), quality: quality({ f1: 0.9 }, 500) }), 'pass', /0\.900 \(n = 500\)/],
  ['f1_threshold', 'exactly met', plain({ ...f1({ critical: 0.8 }), quality: quality({ f1: 0.8 }, 500) }), 'pass', /0\.800/],
  ['f1_threshold', 'missed', plain({ ...f1({ critical: 0.8 }), quality: quality({ f1: 0.79 }) }), 'fail', /must be ≥ 0\.800/],
  ['f1_threshold', 'between warn and critical', plain({ ...f1({ warn: 0.85, critical: 0.8 }), quality: quality({ f1: 0.82 }) }), 'warn', /should be ≥ 0\.850/],
  ['f1_threshold', 'only warn is set', plain({ ...f1({ warn: 0.85 }), quality: quality({ f1: 0.1 }) }), 'warn', /should be/],
  ['f1_threshold', 'too few cases', plain({ ...f1({ critical: 0.8, minSamples: 200 }), quality: quality({ f1: 0.9 }, 199) }), 'unknown', /Not enough data: .* 199/],
  ['f1_threshold', 'NaN', plain({ ...f1({ critical: 0.8 }), quality: quality({ f1: null }) }), 'unknown', /no readable value/],
  ['f1_threshold', 'another metric logged', plain({ ...f1({ critical: 0.8 }), quality: quality({ rmse: 2 }) }), 'unknown', /no readable value/],
  ['f1_threshold', 'the read failed', plain({ ...f1({ critical: 0.8 }), quality: null }), 'unknown', /no readable value/],
  ['rmse_threshold', 'an error has its limit above', plain({ ...policy({ thresholds: { rmse: { critical: 10 } } }), quality: quality({ rmse: 12.5 }) }), 'fail', /must be ≤ 10/],

  ['no_regression', 'no champion', plain({ registry: at(null), quality: quality({ f1: 0.9 }) }), 'not-applicable', /no champion/],
  ['no_regression', 'better', plain({ quality: quality({ f1: 0.92 }), championQuality: quality({ f1: 0.87 }) }), 'pass', /not worse.*\+0\.050/],
  ['no_regression', 'within tolerance', plain({ quality: quality({ f1: 0.865 }), championQuality: quality({ f1: 0.87 }) }), 'pass', /not worse/],
  ['no_regression', 'worse, cases unknown', plain({ quality: quality({ f1: 0.8 }), championQuality: quality({ f1: 0.87 }) }), 'fail', /−0\.070/],
  ['no_regression', 'worse beyond chance', plain({ quality: quality({ f1: 0.8 }, 5000), championQuality: quality({ f1: 0.87 }, 5000) }), 'fail', /95 %.*n = 5,000/],
  ['no_regression', 'worse, may be chance', plain({ quality: quality({ f1: 0.84 }, 120), championQuality: quality({ f1: 0.87 }, 120) }), 'unknown', /Not enough data/],
  ['no_regression', 'better on a handful', plain({ quality: quality({ f1: 1 }, 12), championQuality: quality({ f1: 0.87 }, 5000) }), 'unknown', /Not enough data/],
  ['no_regression', 'one of several worse', plain({ quality: quality({ f1: 0.95, recall: 0.5 }), championQuality: quality({ f1: 0.87, recall: 0.8 }) }), 'fail', /Recall is worse/],
  ['no_regression', 'an error that grew', plain({ quality: quality({ rmse: 13 }), championQuality: quality({ rmse: 12 }) }), 'fail', /RMSE is worse/],
  ['no_regression', 'an error that fell', plain({ quality: quality({ rmse: 11 }), championQuality: quality({ rmse: 12 }) }), 'pass', /not worse/],
  ['no_regression', 'worse on another split', plain({ quality: quality({ f1: 0.8 }, null, 'val'), championQuality: quality({ f1: 0.87 }) }), 'unknown', /`val_f1` is compared with `test_f1`/],
  ['no_regression', 'nothing in common', plain({ quality: quality({ f1: 0.9 }), championQuality: quality({ rmse: 1 }) }), 'unknown', /no measure in common/],
  ['no_regression', 'the read failed', plain({ quality: null, championQuality: quality({ f1: 0.9 }) }), 'unknown', /could not be read/],
  ['no_regression', 'not configured', plain(), 'not-applicable', /not configured/],
  ['no_regression', 'a tolerance of the model', plain({ ...policy({}, { thresholds: { f1: { tolerance: 0.1 } } }), quality: quality({ f1: 0.8 }), championQuality: quality({ f1: 0.87 }) }), 'pass', /not worse/],

  ['serving_errors', 'not configured', plain(), 'not-applicable', /not configured/],
  ['serving_errors', 'does not serve', plain({ serving: serving(0, null, null), championServing: serving(9000, 0.002, 80) }), 'not-applicable', /does not serve yet/],
  ['serving_errors', 'no answer', plain({ serving: null, championServing: null }), 'unknown', /did not answer/],
  ['serving_errors', 'few requests', plain({ serving: serving(40, 0.5, 80), championServing: serving(9000, 0.002, 80) }), 'unknown', /Not enough data: .* 40 requests/],
  ['serving_errors', 'the same', plain({ serving: serving(2000, 0.003, 80), championServing: serving(9000, 0.002, 80) }), 'pass', /0\.3 %/],
  ['serving_errors', 'many more', plain({ serving: serving(2000, 0.041, 80), championServing: serving(9000, 0.002, 80) }), 'fail', /4\.1 % of 2,000 requests failed/],
  ['serving_errors', 'more, may be chance', plain({ serving: serving(200, 0.01, 80), championServing: serving(200, 0.002, 80) }), 'unknown', /may be chance/],
  ['serving_errors', 'a gap', plain({ serving: serving(2000, null, 80), championServing: serving(9000, 0.002, 80) }), 'unknown', /missing/],
  ['serving_latency', 'near', plain({ serving: serving(2000, 0, 88), championServing: serving(9000, 0, 84) }), 'pass', /88 ms/],
  ['serving_latency', 'slower', plain({ serving: serving(2000, 0, 97), championServing: serving(9000, 0, 84) }), 'warn', /\+15 %/],
  ['serving_latency', 'much slower', plain({ serving: serving(2000, 0, 170), championServing: serving(9000, 0, 84) }), 'fail', /170 ms/],
  ['serving_latency', 'over the limit', plain({ ...policy({ thresholds: { latency_p95: { critical: 85 } } }), serving: serving(2000, 0, 86), championServing: serving(9000, 0, 84) }), 'fail', /at most 85 ms/],

  ['no_critical_alert', 'not configured', plain(), 'not-applicable', /No source of alerts/],
  ['no_critical_alert', 'no answer', plain({ alerts: null }), 'unknown', /did not answer/],
  ['no_critical_alert', 'none', plain({ alerts: [] }), 'pass', /No alert fires/],
  ['no_critical_alert', 'a warning', plain({ alerts: [{ name: 'Slow', severity: 'warning', since: null }] }), 'warn', /Slow/],
  ['no_critical_alert', 'a critical one', plain({ alerts: [{ name: 'Down', severity: 'critical', since: 0 }] }), 'fail', /Down/],

  ['tests', 'not configured', plain(), 'not-applicable', /No test report/],
  ['tests', 'no report', plain({ tests: null }), 'unknown', /no readable test report/],
  ['tests', 'green', plain({ tests: { passed: 41, failed: 0, skipped: 2, failedNames: [], at: null } }), 'pass', /All 41 tests pass \(2 skipped\)/],
  ['tests', 'red', plain({ tests: { passed: 41, failed: 1, skipped: 0, failedNames: ['test_fairness'], at: null } }), 'fail', /1 of 42 tests failed: test_fairness\./],
  ['tests', 'nothing ran', plain({ tests: { passed: 0, failed: 0, skipped: 9, failedNames: [], at: null } }), 'unknown', /No test ran \(9 skipped\)/],

  ['documentation', 'none', plain({ documentation: null }), 'fail', /neither/],
  ['documentation', 'little', plain({ documentation: { words: 3, origin: 'description' } }), 'warn', /3 words/],
  ['documentation', 'enough', plain({ documentation: { words: 300, origin: 'MODEL_CARD.md' } }), 'pass', /MODEL_CARD.md has 300 words/],
  ['documentation', 'not kept', plain(), 'not-applicable', /keeps no documents/],

  ['lineage', 'complete', plain({ lineage: { commit: 'a', run: 'b', data: 'c' } }), 'pass', /recorded/],
  ['lineage', 'parts', plain({ lineage: { commit: null, run: 'b', data: null } }), 'warn', /commit, data/],
  ['lineage', 'unreadable', plain({ lineage: null }), 'unknown', /could not be read/],

  ['rollback_target', 'one', plain({ rollbackTarget: { version: '2' } }), 'pass', /Version 2/],
  ['rollback_target', 'none', plain({ rollbackTarget: null }), 'warn', /No earlier version/],
  ['rollback_target', 'first promotion', plain({ registry: at(null), rollbackTarget: null }), 'not-applicable', /Nothing is in production/],

  ['two_people', 'no request', plain(on('two_people')), 'fail', /Nobody else has asked/],
  ['two_people', 'requests not read', plain({ ...on('two_people'), approval: null }), 'unknown', /could not be read/],
  ['two_people', 'not approved', plain({ ...on('two_people'), approval: { requester: ana, approver: null } }), 'fail', /nobody has approved/],
  ['two_people', 'one person', plain({ ...on('two_people'), approval: { requester: ana, approver: { ...ana, name: ' Ana' } } }), 'fail', /asked and approved/],
  ['two_people', 'two, known', plain({ ...on('two_people'), approval: { requester: ana, approver: ben } }), 'pass', /ana asked, ben approved/],
  ['two_people', 'two, self-declared', plain({ ...on('two_people'), approval: { requester: ana, approver: { ...ben, kind: 'self-declared' } } }), 'warn', /nothing proves/],
]

describe('gates', () => {
  it.each(table)('%s: %s', (id, _, evidence, verdict, sentence) => {
    const check = assess('promote', evidence, gates.filter((gate) => gate.id === id || id.endsWith('_threshold'))).find((c) => c.id === id)
    const result = check ?? gates.find((gate) => gate.id === id)?.evaluate(evidence)
    expect(result).toMatchObject({ verdict })
    expect(result?.sentence).toMatch(sentence)
    expect(result?.sentence).toMatch(/[.]$|`\.$/)
  })

  it('has each gate of promotion in the table', () => {
    const tried = new Set(table.map(([id]) => id))
    const missing = gates.filter((gate) => gate.actions.includes('promote') && !tried.has(gate.id) && !gate.id.endsWith('_threshold'))
    expect(missing.map((gate) => gate.id)).toEqual([])
  })

  it.each([
    ['replacement', 'deprecate', plain({ candidate: { version: '2', status: 'ready', lifecycle: 'active' }, replacement: null }), 'fail'],
    ['replacement', 'deprecate', plain({ replacement: '4' }), 'pass'],
    ['replacement', 'deprecate', plain({ replacement: null }), 'warn'],
    ['not_in_production', 'archive', plain({ candidate: { version: '2', status: 'ready', lifecycle: 'active' } }), 'fail'],
    ['not_in_production', 'archive', plain(), 'pass'],
    ['no_traffic', 'archive', plain(), 'not-applicable'],
    ['no_traffic', 'archive', plain({ traffic: null }), 'unknown'],
    ['no_traffic', 'archive', plain({ traffic: { requests: null, days: 7 } }), 'unknown'],
    ['no_traffic', 'archive', plain({ traffic: { requests: 3, days: 7 } }), 'fail'],
    ['no_traffic', 'archive', plain({ traffic: { requests: 0, days: 7 } }), 'pass'],
  ] as const)('%s before %s', (id, action, evidence, verdict) => {
    expect(assess(action, evidence).find((check) => check.id === id)?.verdict).toBe(verdict)
  })

  it('are printed in docs/gates.md', async () => {
    await expect(printGates()).toMatchFileSnapshot('../../../docs/gates.md')
  })
})

describe('weighing', () => {
  it('lets a plain registry promote on its first day', () => {
    const checks = assess('promote', plain())
    expect(decide(checks)).toMatchObject({ allowed: true, blockedBy: [], overrides: [] })
    expect(checks.map((check) => check.id)).not.toContain('two_people')
    expect(checks.map((check) => check.id)).not.toContain('rmse_threshold')
  })

  it('does not ask a rollback about alerts, metrics or documents', () => {
    expect(assess('rollback', plain()).map((check) => check.id)).toEqual(['version_ready', 'registry_unchanged'])
  })

  it.each([
    ['fail', 'required', true],
    ['unknown', 'required', true],
    ['warn', 'required', false],
    ['not-applicable', 'required', false],
    ['pass', 'required', false],
    ['fail', 'advisory', false],
    ['unknown', 'advisory', false],
    ['fail', 'off', false],
  ] as const)('%s at %s blocks: %s', (verdict, level, blocking) => {
    expect(blocks(verdict, level)).toBe(blocking)
  })

  it('says who decided the level: model before deployment before default', () => {
    const layers = policy({ gates: { tests: 'required', lineage: 'off' } }, { gates: { tests: 'advisory' } })
    const levels = Object.fromEntries(assess('promote', plain(layers)).map(({ id, level }) => [id, level]))
    expect(levels['tests']).toEqual({ value: 'advisory', from: 'model' })
    expect(levels['documentation']).toEqual({ value: 'advisory', from: 'default' })
    expect(levels['lineage']).toBeUndefined()
  })

  it('takes an override with a reason, records it, and none without', () => {
    const checks = assess('promote', plain({ alerts: [{ name: 'Down', severity: 'critical', since: null }] }))
    expect(decide(checks, { no_critical_alert: '  ' }).blockedBy.map((c) => c.id)).toEqual(['no_critical_alert'])
    const decision = decide(checks, { no_critical_alert: 'false alarm', lineage: 'not needed' })
    expect(decision).toMatchObject({ allowed: true, overrides: ['no_critical_alert: false alarm'] })
    expect(decision.checks).toContainEqual(['no_critical_alert', 'fail', '1 critical', 'none critical'])
  })

  it('lets no reason pass what the registry would refuse', () => {
    const checks = assess('promote', plain({ registry: { ...at('2'), champion: '4' } }))
    expect(decide(checks, { registry_unchanged: 'I know' }).allowed).toBe(false)
  })
})
