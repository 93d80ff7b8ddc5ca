import { describe, expect, it } from 'vitest'
import type { Run } from '@/domain/run'
import { readAddress } from './compareAddress'
import { orderCompared } from './compared'
import { caveats, comparedMetrics, dataCaveat } from './comparedMetrics'
import { breakingOf, signatureGroups } from './signatureGroups'
import { aRunOf } from '@/domain/testData'

const runOf = (logged: Readonly<Record<string, number | null>>, rows?: number) =>
  aRunOf(logged, rows === undefined ? {} : { datasets: [{ name: 'test', digest: null, context: 'test', rows }] })

const of = (runs: readonly (Run | null)[], metric: string, task = 'classification') => comparedMetrics(runs, task).find((row) => row.metric === metric)
const signature = (...names: string[]) => ({ inputs: names.map((name) => ({ name, type: 'double', required: true })), outputs: [], params: [] })

function on(label: string, rows: number, name = 'test', digest: string | null = null) {
  return { label, run: { ...runOf({}), datasets: [{ name, digest, context: 'eval', rows }] } }
}

describe('the address', () => {
  it.each([
    ['', [], null, null],
    ['versions=3,4', ['3', '4'], null, null],
    ['versions=3,,4,3, 5 ', ['3', '4', '5'], null, null],
    ['versions=3,4&reference=4&layout=rows', ['3', '4'], '4', 'rows'],
    ['versions=3&layout=diagonal', ['3'], null, null],
  ])('%s', (text, versions, reference, layout) => {
    expect(readAddress(new URLSearchParams(text))).toEqual({ versions, reference, layout })
  })
})

it.each([
  [['3', '4', '5'], null, '4', ['4', '3', '5']],
  [['3', '4', '5'], '5', '4', ['5', '3', '4']],
  [['3', '5'], null, '4', ['3', '5']],
  [['3', '5'], '9', '4', ['3', '5']],
  [[], null, '4', []],
])('of %j with %s chosen and %s champion, the reference comes first', (names, reference, champion, expected) => {
  expect(orderCompared(names, reference, champion)).toEqual(expected)
})

describe('metrics', () => {
  it('mark the best, of two as of many, and never a tie', () => {
    expect(of([runOf({ test_f1: 0.8 }), runOf({ test_f1: 0.9 })], 'f1')?.values.map(({ best }) => best)).toEqual([false, true])
    expect(of([runOf({ test_f1: 0.9 }), runOf({ test_f1: 0.9 })], 'f1')?.values.map(({ best }) => best)).toEqual([false, false])
    expect(of([runOf({ test_mae: 12 }), null, runOf({ test_mae: 11 })], 'mae', 'regression')?.values.map(({ best }) => best)).toEqual([false, false, true])
  })

  it('let no training score win, and say that it was measured otherwise', () => {
    const rows = comparedMetrics([runOf({ test_f1: 0.8 }), runOf({ training_f1: 0.99 }), runOf({ test_f1: 0.85 })], 'classification')
    expect(rows[0]?.values.map(({ best }) => best)).toEqual([false, false, true])
    expect(caveats(rows)).toEqual(['training_f1 is compared with test_f1.'])
  })

  it('have an interval where both numbers of cases are known', () => {
    const values = of([runOf({ test_accuracy: 0.9 }, 1000), runOf({ test_accuracy: 0.95 }, 1000), runOf({ test_accuracy: 0.95 })], 'accuracy')?.values
    expect(values?.map(({ comparison }) => comparison?.interval ?? null)).toEqual([null, { low: expect.closeTo(0.027, 2), high: expect.closeTo(0.073, 2) }, null])
  })

  it('are the four of a classifier, a regression’s own, and none of what nobody logged', () => {
    expect(comparedMetrics([runOf({ test_f1: 0.8 })], null).map(({ metric }) => metric)).toEqual(['f1', 'accuracy', 'precision', 'recall'])
    expect(comparedMetrics([runOf({ test_mae: 3 })], null).map(({ metric }) => metric)).toEqual(['mae'])
    expect(comparedMetrics([null, null], null)).toEqual([])
  })
})

it('signatures are told once for all versions that have the same', () => {
  const groups = signatureGroups([
    { label: 'v1', signature: signature('a') },
    { label: 'v2', signature: signature('a') },
    { label: 'v3', signature: signature('a', 'b') },
    { label: 'v4', signature: null },
    { label: 'v5', signature: signature('a') },
  ])
  expect(groups.map(({ labels, changes }) => [labels, changes?.length ?? null])).toEqual([[['v3'], 1], [['v2', 'v5'], 0], [['v4'], null]])
  expect(groups.map(breakingOf)).toEqual([1, 0, 0])
})

describe('the data behind the measures', () => {
  it.each([
    ['the same', [on('v1', 9), on('v2', 9)], null],
    ['another name', [on('v1', 9, 'a'), on('v2', 9, 'b'), on('v3', 9, 'a')], 'Not on the same cases: v1, v3 on a, v2 on b.'],
    ['another content', [on('v1', 9, 'a', 'x'), on('v2', 9, 'a', 'y')], 'Not on the same cases: v1 on a, v2 on a.'],
    ['unknown', [on('v1', 9), { label: 'v2', run: null }], null],
  ])('%s', (_, versions, sentence) => expect(dataCaveat(versions)).toBe(sentence))
})
