import { describe, expect, it } from 'vitest'
import { measuredHow, metricRows, rawRows, type MeasuredVersion } from './metricRows'
import { aRunOf } from '@/domain/testData'

function measured(version: string, logged: Readonly<Record<string, number | null>> | null): MeasuredVersion {
  return { version, label: `v${version}`, run: logged && aRunOf(logged) }
}

function best(values: readonly number[], metric: string) {
  const versions = values.map((value, index) => measured(String(index), { [metric]: value }))
  return metricRows(versions, null)[0]?.cells.map((cell) => cell.best)
}

describe('metricRows', () => {
  it('puts the measures of the task first and compares with the first version', () => {
    const rows = metricRows([measured('12', { mae: 3, f1: 0.874 }), measured('13', { f1: 0.921, mae: 2 })], 'classification')
    expect(rows.map(({ metric }) => metric)).toEqual(['f1', 'mae'])
    expect(rows[0]?.cells[0]?.comparison).toBeNull()
    expect(rows[0]?.cells[1]?.comparison).toMatchObject({ direction: 'better' })
    expect(rows[0]?.cells[1]?.comparison?.difference).toBeCloseTo(0.047)
    expect(rows[1]?.cells[1]?.comparison).toMatchObject({ direction: 'better', difference: -1 })
  })

  it('marks the best of three, whichever way is better, and nobody among equals or two', () => {
    expect(best([0.8, 0.9, 0.7], 'f1')).toEqual([false, true, false])
    expect(best([8, 9, 7], 'rmse')).toEqual([false, false, true])
    expect(best([0.8, 0.8, 0.8], 'f1')).toEqual([false, false, false])
    expect(best([0.8, 0.9], 'f1')).toEqual([false, false])
  })

  it('has a row where one version lacks the measure, and says when names measure different data', () => {
    const [row] = metricRows([measured('1', { val_f1: 0.8 }), measured('2', { test_f1: 0.9 }), measured('3', null)], null)
    expect(row?.cells[1]?.comparison?.caveat).toBe('`test_f1` is compared with `val_f1`.')
    expect(row?.cells[2]).toMatchObject({ logged: undefined, comparison: { difference: null, direction: 'unknown' } })
  })

  it('never takes what is not a number for a value', () => {
    const [row] = metricRows([measured('1', { f1: null }), measured('2', { f1: 0.9 })], null)
    expect(row?.cells[1]?.comparison).toMatchObject({ difference: null, direction: 'unknown' })
  })
})

it('lists what no rule recognises once, in order, and tells not logged from not a number', () => {
  expect(rawRows([measured('1', { f1: 0.8, zeta: 1, alpha: null }), measured('2', { f1: 0.8, zeta: 2 })])).toEqual([
    { key: 'alpha', values: [null, undefined] },
    { key: 'zeta', values: [1, 2] },
  ])
})

it('says how a measure was taken', () => {
  const { quality } = aRunOf({ 'test_macro_f1': 0.9 })
  expect(quality.f1 && measuredHow(quality.f1)).toBe('test_macro_f1 · test data · macro average')
})
