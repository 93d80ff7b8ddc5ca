import { describe, expect, it } from 'vitest'
import type { KnownMetric, QualityMetrics } from '@/domain/metric'
import { aModel, aRun, aVersion } from '@/domain/testData'
import { barScale, compareRows, isShown, metricColumnsOf, rolesOf, type VersionRow } from './versionRow'

function row(version: string, said: { quality?: Partial<Record<KnownMetric, number | null>>; rate?: number | null; role?: VersionRow['role'] } = {}): VersionRow {
  return {
    version: aVersion(version, { createdBy: 'priya' }),
    role: said.role ?? 'previous',
    run: said.quality ? runOf(said.quality) : null,
    live: { rate: said.rate ?? null, errors: null, p95: null },
    request: null,
  }
}

function runOf(values: Partial<Record<KnownMetric, number | null>>) {
  const quality: QualityMetrics = {}
  for (const metric of ['f1', 'rmse', 'mae', 'r2', 'mape', 'mse'] as const) {
    const value = values[metric]
    if (value !== undefined) quality[metric] = { metric, value, rawName: metric, split: 'test', average: null }
  }
  return aRun({ name: 'autumn-sweep', quality, commit: 'c0ffee1' })
}

const sorted = (rows: readonly VersionRow[], key: string | null, descending = true) =>
  rows.toSorted((a, b) => compareRows(a, b, key === null ? null : { key, descending })).map(({ version }) => version.ref.version)

describe('order', () => {
  const rows = [row('9', { quality: { f1: 0.8 }, rate: 5 }), row('10', { quality: { f1: null } }), row('2', { quality: { f1: 0.9 }, rate: 0 })]

  it.each([
    [null, true, ['10', '9', '2']],
    ['version', false, ['2', '9', '10']],
    ['f1', true, ['2', '9', '10']],
    ['f1', false, ['9', '2', '10']],
    ['rate', true, ['9', '2', '10']],
    ['nonsense', true, ['10', '9', '2']],
  ] as const)('by %s, descending %s', (key, descending, expected) => {
    expect(sorted(rows, key, descending)).toEqual(expected)
  })
})

describe('filter', () => {
  it.each([
    ['', '', true],
    ['v9', '', true],
    ['AUTUMN', '', true],
    ['c0ffee', '', true],
    ['priya', 'champion', true],
    ['priya', 'candidate', false],
    ['nobody', '', false],
  ])('text %j and stage %j: %s', (q, stage, shown) => {
    expect(isShown(row('9', { quality: { f1: 0.8 }, role: 'champion' }), { q, stage })).toBe(shown)
  })
})

describe('measures', () => {
  it('are the headline four for a classifier and where nothing is known', () => {
    expect(metricColumnsOf(aModel({}), [])).toEqual(['f1', 'accuracy', 'precision', 'recall'])
    expect(metricColumnsOf(aModel({ task: 'classification' }), [])).toContain('f1')
  })

  it('are a regression’s own, as far as logged', () => {
    expect(metricColumnsOf(aModel({}), [row('1', { quality: { mae: 3 } }), row('2', { quality: { rmse: 4 } })])).toEqual(['rmse', 'mae'])
  })

  it('scale to one for shares, else to the largest', () => {
    expect(barScale('f1', [row('1', { quality: { f1: 0.4 } })])).toBe(1)
    expect(barScale('rmse', [row('1', { quality: { rmse: 4 } }), row('2', { quality: { rmse: 9 } })])).toBe(9)
    expect(barScale('rmse', [row('1', { quality: { rmse: null } })])).toBe(0)
  })
})

it('sees the part of each version from all that were loaded', () => {
  const versions = [aVersion('3'), aVersion('2', { stage: 'Production' }), aVersion('1')]
  const role = rolesOf(aModel({}), { production: 'champion', candidate: 'challenger' }, versions)
  expect(versions.map(role)).toEqual(['candidate', 'champion', 'previous'])
})
