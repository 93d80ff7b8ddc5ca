import { labelKey } from './labels'
import type { Labels } from './matcher'
import { executionError } from './promqlError'

/**
 * One element of an instant vector over all steps of the evaluation at once; an instant query has one step.
 * NaN is a value, so absence is kept apart: `has[i]` is 1 where the element exists at step i.
 */
export interface Column {
  labels: Labels
  values: Float64Array
  has: Uint8Array
}

export type Value =
  | { type: 'scalar'; values: Float64Array }
  | { type: 'string'; value: string }
  | { type: 'vector'; columns: readonly Column[] }

export function emptyColumn(labels: Labels, steps: number): Column {
  return { labels, values: new Float64Array(steps), has: new Uint8Array(steps) }
}

export function isEmpty(column: Column): boolean {
  return !column.has.includes(1)
}

/** Joins columns whose label sets became equal; an error where two of them exist at the same step. */
export function mergeColumns(columns: readonly Column[]): Column[] {
  const byKey = new Map<string, Column>()
  for (const column of columns) {
    const key = labelKey(column.labels)
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? column : joined(known, column))
  }
  return [...byKey.values()]
}

function joined(a: Column, b: Column): Column {
  const result: Column = { labels: a.labels, values: a.values.slice(), has: a.has.slice() }
  for (let i = 0; i < b.has.length; i++) {
    if (b.has[i] === 0) continue
    if (result.has[i] === 1) throw executionError('vector cannot contain metrics with the same labelset')
    result.has[i] = 1
    result.values[i] = b.values[i] ?? Number.NaN
  }
  return result
}
