import { describe, expect, it } from 'vitest'
import { createMatcher } from './matching'
import { compileRules } from './matchRules'
import type { SignalQuery } from './preset'
import { compareSubjects, joinRows } from './subjects'
import type { Row } from './translate'

const labels = { model: 'model', version: 'version' }

function join(rows: Row[], signal: Partial<SignalQuery> = {}, by: 'model' | 'version' = 'version', model = '${name}') {
  const models = ['fraud', 'Fraud'].map((name) => ({ ref: { source: 'mlflow', name }, serving: null }))
  const { rules } = compileRules([{ model, version: '/^(?<version>\\d+)$/' }], [])
  return joinRows(rows, { matcher: createMatcher(models, rules, labels), labels, by, signal: { combine: 'sum', ...signal } })
}

function row(text: Record<string, string>, ...values: (number | null)[]): Row {
  return { labels: { model: 'fraud', version: '1', ...text }, values }
}

it('keeps one line a version, and what belongs to nobody out', () => {
  const { subjects, notes } = join([row({}, 1), row({ version: '2' }, 2), row({ model: 'orphan' }, 3)])
  expect(subjects.map(({ subject, values }) => [subject.version, values])).toEqual([['1', [1]], ['2', [2]]])
  expect(notes).toEqual([])
})

describe('several rows of one subject', () => {
  it.each([
    ['sum', [3, 2, null], []],
    ['max', [2, 2, null], [expect.stringContaining('worst')]],
    ['min', [1, 2, null], [expect.stringContaining('worst')]],
  ] as const)('%s', (combine, values, notes) => {
    const joined = join([row({ pod: 'a' }, 1, null, null), row({ pod: 'b' }, 2, 2, null)], { combine })
    expect(joined.subjects.map((entry) => entry.values)).toEqual([values])
    expect(joined.notes).toEqual(notes)
  })
})

it('keeps the labels that the signal names, and no other', () => {
  const { subjects } = join([row({ feature: 'age', pod: 'x' }, 1), row({ feature: 'sex', pod: 'x' }, 2)], { keep: ['feature'] })
  expect(subjects.map(({ subject }) => subject.labels)).toEqual([{ feature: 'age' }, { feature: 'sex' }])
})

it('shows the longest window that has values, and says so', () => {
  const rows = [row({ window: '1h' }, 0.5), row({ window: '7d' }, null), row({ window: '24h' }, 0.9), row({ window: '90m' }, 0.7)]
  const { subjects, notes } = join(rows, { keep: ['window'], longest: 'window' })
  expect(subjects.map(({ subject, values }) => [subject.labels['window'], values])).toEqual([['24h', [0.9]]])
  expect(notes).toEqual(['Measured over 1h, 24h, 7d, 90m: the longest is shown.'])
})

it('keeps traffic whose version cannot be read apart, and says so', () => {
  const { subjects, notes } = join([row({}, 1), row({ version: 'canary' }, 2)])
  expect(subjects[1]).toEqual({ subject: { ref: { source: 'mlflow', name: 'fraud' }, version: null, labels: { version: 'canary' } }, values: [2] })
  expect(notes).toEqual(['The match rule reads no version from canary.'])
  expect(join([row({ version: 'canary' }, 2)], {}, 'model').notes).toEqual([])
})

it('says where labels belong to two models, and where there are none', () => {
  const { subjects, notes } = join([row({}, 1), { labels: {}, values: [1] }], {}, 'model', '${lower(name)}')
  expect(subjects).toHaveLength(2)
  expect(notes).toEqual([
    'model="fraud" belongs to mlflow/fraud and mlflow/Fraud: each shows all of it.',
    '1 rows have no label model, so they belong to no model.',
  ])
})

it('orders by name and version as people count', () => {
  const { subjects } = join(['10', '9', '2'].map((version) => row({ version }, 1)))
  expect(subjects.toSorted(compareSubjects).map(({ subject }) => subject.version)).toEqual(['2', '9', '10'])
})
