import { dropLabels, formatLabels, keepLabels, labelKey, nameLabel } from './labels'
import type { Labels } from './matcher'
import { executionError } from './promqlError'
import type { Matching } from './syntax'
import { emptyColumn, isEmpty, mergeColumns, type Column } from './value'

/** The labels by which two vectors are matched. */
export function matchedLabels(matching: Pick<Matching, 'on' | 'labels'>): (labels: Labels) => Labels {
  if (matching.on) return (labels) => keepLabels(labels, matching.labels)
  const ignored = new Set([...matching.labels, nameLabel])
  return (labels) => dropLabels(labels, ignored)
}

/** Columns by the key of their matched labels. */
export function byMatch(matching: Pick<Matching, 'on' | 'labels'>, columns: readonly Column[]): Map<string, Column[]> {
  const matched = matchedLabels(matching)
  const result = new Map<string, Column[]>()
  for (const column of columns) {
    const key = labelKey(matched(column.labels))
    const known = result.get(key)
    if (known) known.push(column)
    else result.set(key, [column])
  }
  return result
}

type Compute = (left: number, right: number) => number | null

/** Arithmetic or comparison between two vectors; at each step an element needs exactly one partner. */
export function joinVectors(matching: Matching, compute: Compute, losesName: boolean, left: readonly Column[], right: readonly Column[]): Column[] {
  const swapped = matching.group === 'right'
  const [many, one] = swapped ? [right, left] : [left, right]
  const partners = byMatch(matching, one)
  const matched = matchedLabels(matching)
  rejectDuplicates(matching, partners, swapped ? 'left' : 'right')
  if (matching.group === null) rejectMany(matching, many, partners, compute)
  const results: Column[] = []
  for (const column of many) {
    for (const partner of partners.get(labelKey(matched(column.labels))) ?? []) {
      const out = emptyColumn(resultLabels(matching, losesName, column.labels, partner.labels), column.values.length)
      for (let i = 0; i < out.values.length; i++) {
        if (column.has[i] === 0 || partner.has[i] === 0) continue
        const [a, b] = [column.values[i] ?? 0, partner.values[i] ?? 0]
        const value = swapped ? compute(b, a) : compute(a, b)
        if (value === null) continue
        out.has[i] = 1
        out.values[i] = value
      }
      if (!isEmpty(out)) results.push(out)
    }
  }
  return mergeOrExplain(results)
}

function mergeOrExplain(results: readonly Column[]): Column[] {
  try {
    return mergeColumns(results)
  } catch {
    throw executionError('multiple matches for labels: grouping labels must ensure unique matches')
  }
}

function overlap(a: Column, b: Column): boolean {
  return a.has.some((has, i) => has === 1 && b.has[i] === 1)
}

function rejectDuplicates(matching: Matching, partners: ReadonlyMap<string, readonly Column[]>, side: string): void {
  for (const group of partners.values()) {
    for (const [i, column] of group.entries()) {
      const other = group.slice(0, i).find((earlier) => overlap(earlier, column))
      if (!other) continue
      const match = formatLabels(matchedLabels(matching)(column.labels))
      throw executionError(
        `found duplicate series for the match group ${match} on the ${side} hand-side of the operation: ` +
          `[${formatLabels(column.labels)}, ${formatLabels(other.labels)}];many-to-many matching not allowed: matching labels must be unique on one side`,
      )
    }
  }
}

/** Without group_left or group_right only one element may find a partner at a step. */
function rejectMany(matching: Matching, many: readonly Column[], partners: ReadonlyMap<string, readonly Column[]>, compute: Compute): void {
  for (const [key, group] of byMatch(matching, many)) {
    if (group.length < 2) continue
    for (const partner of partners.get(key) ?? []) {
      for (let i = 0; i < partner.has.length; i++) {
        if (partner.has[i] === 0) continue
        const kept = group.filter((column) => column.has[i] === 1 && compute(column.values[i] ?? 0, partner.values[i] ?? 0) !== null)
        if (kept.length > 1) throw executionError('multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)')
      }
    }
  }
}

function resultLabels(matching: Matching, losesName: boolean, many: Labels, one: Labels): Labels {
  let labels = losesName ? dropLabels(many, new Set([nameLabel])) : many
  if (matching.group === null) labels = matching.on ? keepLabels(labels, matching.labels) : dropLabels(labels, new Set(matching.labels))
  if (matching.include.length === 0) return labels
  const included = Object.fromEntries(matching.include.map((name) => [name, one[name] ?? '']))
  return dropLabels({ ...labels, ...included }, new Set())
}
