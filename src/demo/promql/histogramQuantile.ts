import { dropLabels, labelKey, nameLabel } from './labels'
import { bucketQuantile, type Buckets } from './quantile'
import { emptyColumn, isEmpty, type Column } from './value'

const dropped = new Set(['le', nameLabel])

/** A bound as Go's ParseFloat reads it, or `null`. */
function boundOf(le: string | undefined): number | null {
  if (le === undefined) return null
  if (/^\+?inf(?:inity)?$/i.test(le)) return Infinity
  if (/^-inf(?:inity)?$/i.test(le)) return -Infinity
  return le.trim() === '' || Number.isNaN(Number(le)) ? null : Number(le)
}

/** histogram_quantile over columns with an `le` label: one column per label set without it. */
export function histogramQuantile(q: Float64Array, columns: readonly Column[]): Column[] {
  const groups = new Map<string, { labels: Column['labels']; buckets: { bound: number; column: Column }[] }>()
  for (const column of columns) {
    const bound = boundOf(column.labels.le)
    if (bound === null) continue
    const labels = dropLabels(column.labels, dropped)
    const key = labelKey(labels)
    const group = groups.get(key) ?? { labels, buckets: [] }
    group.buckets.push({ bound, column })
    groups.set(key, group)
  }
  const result = [...groups.values()].map(({ labels, buckets }) => {
    buckets.sort((a, b) => (a.bound === b.bound ? 0 : a.bound - b.bound))
    const out = emptyColumn(labels, q.length)
    const present: Buckets = { bounds: new Float64Array(buckets.length), counts: new Float64Array(buckets.length), length: 0 }
    for (let step = 0; step < q.length; step++) {
      present.length = 0
      for (const { bound, column } of buckets) {
        if (column.has[step] === 0) continue
        present.bounds[present.length] = bound
        present.counts[present.length++] = column.values[step] ?? 0
      }
      if (present.length === 0) continue
      out.has[step] = 1
      out.values[step] = bucketQuantile(q[step] ?? Number.NaN, present)
    }
    return out
  })
  return result.filter((column) => !isEmpty(column))
}
