import { byMatch, matchedLabels } from './join'
import { labelKey } from './labels'
import type { Matching, SetOp } from './syntax'
import { isEmpty, mergeColumns, type Column } from './value'

/** `and`, `or`, `unless`: at each step elements are kept by whether the other side has one with the same labels. */
export function combineSets(op: SetOp, matching: Matching, left: readonly Column[], right: readonly Column[]): Column[] {
  if (op === 'and') return filtered(left, presence(matching, right), matching, 1)
  if (op === 'unless') return filtered(left, presence(matching, right), matching, 0)
  return mergeColumns([...left, ...filtered(right, presence(matching, left), matching, 0)])
}

/** Where a column with these matched labels exists. */
function presence(matching: Matching, columns: readonly Column[]): ReadonlyMap<string, Uint8Array> {
  const result = new Map<string, Uint8Array>()
  for (const [key, group] of byMatch(matching, columns)) {
    const has = new Uint8Array(group[0]?.has.length ?? 0)
    for (const column of group) for (let i = 0; i < has.length; i++) if (column.has[i] === 1) has[i] = 1
    result.set(key, has)
  }
  return result
}

function filtered(columns: readonly Column[], other: ReadonlyMap<string, Uint8Array>, matching: Matching, wanted: 0 | 1): Column[] {
  const matched = matchedLabels(matching)
  return columns
    .map((column) => {
      const there = other.get(labelKey(matched(column.labels)))
      return { ...column, has: column.has.map((has, i) => (has === 1 && (there?.[i] ?? 0) === wanted ? 1 : 0)) }
    })
    .filter((column) => !isEmpty(column))
}
