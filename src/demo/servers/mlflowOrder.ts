import { invalid, MlflowError } from './mlflowError'

export interface OrderBy {
  key: string
  ascending: boolean
}

/** Splits `name DESC`. */
export function orderBy(clause: string): OrderBy {
  const parts = /^\s*((?:[^\s`"]|`[^`]*`|"[^"]*")+)(?:\s+(\S+))?\s*$/.exec(clause)
  const key = parts?.[1]
  if (key === undefined) throw invalid(`Invalid order_by clause '${clause}'. Could not be parsed.`)
  const direction = (parts?.[2] ?? 'asc').toLowerCase()
  if (direction !== 'asc' && direction !== 'desc') throw invalid(`Invalid ordering key in order_by clause '${clause}'.`)
  return { key: /^`[^`.]*`$/.test(key) ? key.slice(1, -1) : key, ascending: direction === 'asc' }
}

/** Refuses a field that is named twice; MLflow calls that an internal error. */
export function refuseDuplicates(fields: readonly string[], clauses: readonly string[]): void {
  if (new Set(fields).size < fields.length) {
    throw new MlflowError('INTERNAL_ERROR', `\`order_by\` contains duplicate fields: [${clauses.map((c) => `'${c}'`).join(', ')}]`)
  }
}

/** A sorted copy. Absent values come last in either direction. */
export function sorted<T>(items: readonly T[], keys: readonly { read: (item: T) => string | number | undefined; ascending: boolean }[]): readonly T[] {
  return items.toSorted((a, b) => {
    for (const { read, ascending } of keys) {
      const order = compare(read(a), read(b), ascending)
      if (order !== 0) return order
    }
    return 0
  })
}

function compare(a: string | number | undefined, b: string | number | undefined, ascending: boolean): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return (a < b ? -1 : 1) * (ascending ? 1 : -1)
}
