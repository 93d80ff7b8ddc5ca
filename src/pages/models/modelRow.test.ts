import { describe, expect, it } from 'vitest'
import { aModel, aRun, aVersion } from '@/domain/testData'
import type { HealthStatus } from '@/domain/health/assess'
import { parseListQuery } from './listQuery'
import { compareRows, isShown, nextSunsetDays, ownMeasure, stagesOf, type ModelRow } from './modelRow'

function row(name: string, said: Partial<ModelRow> & { status?: HealthStatus; owner?: string } = {}): ModelRow {
  const { status = 'ok', owner = null, ...rest } = said
  return {
    key: name,
    model: aModel({ ref: { source: 'mlflow', name }, owner }),
    production: { version: '3', by: 'alias' },
    hasCandidate: false,
    standing: undefined,
    figures: undefined,
    retiring: [],
    request: null,
    alerts: [],
    health: { status, reasons: [], hints: [], unjudged: [] },
    pinned: false,
    ...rest,
  }
}
function aRequest(): ModelRow['request'] {
  const requester = { name: 'ana', kind: 'authenticated' } as const
  return { id: '1', status: 'requested', requester, at: 0, reason: '', decidedBy: null, change: null, comments: [], model: { source: 'mlflow', name: 'churn' }, version: '4' }
}

const query = (search: string) => parseListQuery(new URLSearchParams(search))

describe('isShown', () => {
  it.each([
    ['', row('churn'), true],
    ['q=CHU', row('churn'), true],
    ['q=fraud', row('churn'), false],
    ['q=risk', row('churn', { owner: 'risk-team' }), true],
    ['status=failing,at-risk', row('churn', { status: 'at-risk' }), true],
    ['status=failing', row('churn'), false],
    ['stage=requested', row('churn'), false],
    ['stage=requested', row('churn', { request: aRequest() }), true],
    ['stage=candidate', row('churn'), false],
    ['stage=candidate', row('churn', { hasCandidate: true }), true],
    ['stage=none', row('churn', { production: null }), true],
    ['owner=risk', row('churn', { owner: 'pricing' }), false],
    ['mine=1', row('churn', { owner: 'Ada' }), true],
    ['mine=1', row('churn'), false],
    ['pinned=1', row('churn'), false],
  ])('%s', (search, one, expected) => {
    expect(isShown(one, query(search), 'ada')).toBe(expected)
  })

  it('shows nothing as mine while nobody is known', () => {
    expect(isShown(row('churn', { owner: 'Ada' }), query('mine=1'), null)).toBe(false)
  })
})

describe('compareRows', () => {
  const rows = [
    row('b', { figures: { rate: 5 } }),
    row('a', { status: 'at-risk', figures: { rate: null } }),
    row('c', { status: 'failing', figures: { rate: 9 } }),
    row('d', { pinned: true }),
  ]
  it.each([
    ['', ['d', 'c', 'a', 'b']],
    ['sort=name', ['d', 'a', 'b', 'c']],
    ['sort=-rate', ['d', 'c', 'b', 'a']],
    ['sort=rate', ['d', 'b', 'c', 'a']],
  ])('%s', (search, expected) => {
    expect(rows.toSorted((x, y) => compareRows(x, y, query(search))).map((r) => r.key)).toEqual(expected)
  })
})

it('knows the stages and the nearest sunset of a row', () => {
  const retiring = [
    { version: aVersion('1', { state: 'deprecated', sunset: '2026-12-24' }), requestRate: 0 },
    { version: aVersion('2', { state: 'deprecated', sunset: '2026-12-03' }), requestRate: null },
  ]
  const one = row('x', { retiring })
  expect(stagesOf(one)).toEqual(['production', 'sunset'])
  expect(nextSunsetDays(one, Date.parse('2026-11-24T10:00:00Z'))).toBe(9)
  expect(nextSunsetDays(row('y'), 0)).toBeNull()
})

it.each([
  ['a classifier has none', { f1: { metric: 'f1', value: 0.9, rawName: 'f1', split: 'bare', average: null } }, null],
  ['a regression has its own', { mae: { metric: 'mae', value: 12, rawName: 'mae', split: 'bare', average: null } }, 'mae'],
] as const)('ownMeasure: %s', (_, quality, expected) => {
  const standing = { champion: null, challenger: null, previous: null, championRun: aRun({ quality }), challengerRun: null, previousRun: null }
  expect(ownMeasure(row('x', { standing }))).toBe(expected)
})
