import type { Group } from './aggregate'
import { labelKey } from './labels'
import { executionError } from './promqlError'
import { emptyColumn, isEmpty, type Column } from './value'
import { formatValue } from './formatValue'

/** topk and bottomk: of each group the k highest (lowest) at each step, with their own labels, best first. */
export function rank(groups: readonly Group[], k: Float64Array, highest: boolean): Column[] {
  return groups.flatMap(({ members }) => {
    const kept = new Map(members.map((member) => [member, emptyColumn(member.labels, k.length)]))
    const order = new Set<Column>()
    for (let step = 0; step < k.length; step++) {
      const wanted = k[step] ?? 0
      if (!(Math.abs(wanted) < 2 ** 63)) throw executionError(`Scalar value ${formatValue(wanted)} overflows int64`)
      const chosen = members
        .filter((member) => member.has[step] === 1)
        .toSorted((a, b) => better(a.values[step] ?? 0, b.values[step] ?? 0, highest))
        .slice(0, Math.max(0, Math.trunc(wanted)))
      for (const member of chosen) {
        const column = kept.get(member)
        if (!column) continue
        column.has[step] = 1
        column.values[step] = member.values[step] ?? 0
        order.add(column)
      }
    }
    return [...order].filter((column) => !isEmpty(column))
  })
}

/** Best first; NaN is the worst either way. */
function better(a: number, b: number, highest: boolean): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b))
  if (a === b) return 0
  return a > b === highest ? -1 : 1
}

/** count_values: how many members have each value; the value becomes a label. */
export function countValues(groups: readonly Group[], label: string, steps: number): Column[] {
  const result = new Map<string, Column>()
  for (const { labels, members } of groups) {
    for (const member of members) {
      for (let step = 0; step < steps; step++) {
        if (member.has[step] === 0) continue
        const counted = { ...labels, [label]: formatValue(member.values[step] ?? 0) }
        const key = labelKey(counted)
        const column = result.get(key) ?? emptyColumn(counted, steps)
        column.has[step] = 1
        column.values[step] = (column.values[step] ?? 0) + 1
        result.set(key, column)
      }
    }
  }
  return [...result.values()]
}
