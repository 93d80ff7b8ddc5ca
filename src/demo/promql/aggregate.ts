import { dropLabels, keepLabels, labelKey, nameLabel } from './labels'
import type { Labels } from './matcher'
import { quantileOf } from './quantile'
import type { AggregateExpr } from './syntax'
import { emptyColumn, type Column } from './value'

export interface Group {
  labels: Labels
  members: Column[]
}

/** The groups of `by` or `without`, in the order in which their first member comes. */
export function groupColumns(expr: Pick<AggregateExpr, 'without' | 'labels'>, columns: readonly Column[]): Group[] {
  const groups = new Map<string, Group>()
  const dropped = new Set([...expr.labels, nameLabel])
  for (const column of columns) {
    const labels = expr.without ? dropLabels(column.labels, dropped) : keepLabels(column.labels, expr.labels)
    const key = labelKey(labels)
    const group = groups.get(key)
    if (group) group.members.push(column)
    else groups.set(key, { labels, members: [column] })
  }
  return [...groups.values()]
}

/** Takes the values of one group at one step (never none); may reorder them. */
type Fold = (values: number[], q: number) => number

function variance(values: number[]): number {
  let [count, mean, squares] = [0, 0, 0]
  for (const value of values) {
    count++
    const delta = value - mean
    mean += delta / count
    squares += delta * (value - mean)
  }
  return squares / count
}

function sum(values: number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** NaN loses against any number. */
function best(values: number[], better: (a: number, b: number) => boolean): number {
  let result = Number.NaN
  for (const value of values) if (better(value, result) || Number.isNaN(result)) result = value
  return result
}

const folds: ReadonlyMap<string, Fold> = new Map<string, Fold>([
  ['sum', sum],
  ['avg', (values) => sum(values) / values.length],
  ['min', (values) => best(values, (a, b) => a < b)],
  ['max', (values) => best(values, (a, b) => a > b)],
  ['count', (values) => values.length],
  ['group', () => 1],
  ['stdvar', variance],
  ['stddev', (values) => Math.sqrt(variance(values))],
  ['quantile', (values, q) => quantileOf(q, values)],
])

/** sum, avg and the like: one column per group. `parameter` is read by `quantile` alone. */
export function foldGroups(op: string, groups: readonly Group[], steps: number, parameter: Float64Array | null): Column[] {
  const fold = folds.get(op)
  if (!fold) return []
  return groups.map(({ labels, members }) => {
    const out = emptyColumn(labels, steps)
    for (let step = 0; step < steps; step++) {
      const values: number[] = []
      for (const member of members) if (member.has[step] === 1) values.push(member.values[step] ?? 0)
      if (values.length === 0) continue
      out.has[step] = 1
      out.values[step] = fold(values, parameter?.[step] ?? Number.NaN)
    }
    return out
  })
}
