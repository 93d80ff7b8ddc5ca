import type { Slice } from '@/domain/evaluation/evaluation'
import type { KnownMetric } from '@/domain/metric'
import { nameIndex, readMetricName } from '@/domain/quality/metricName'
import { higherIsBetter } from '@/domain/quality/metricTable'

const names = nameIndex()

/** The measure that a column's name means; `null`: unknown, and so is which way is better. */
export function measureOfName(name: string): KnownMetric | null {
  return readMetricName(name, names)?.metric ?? null
}

/** The row with the worst value of a column; `null`: which way is worse is not known, or all are the same. */
export function worstRow(rows: readonly Slice[], column: number, metric: KnownMetric | null): number | null {
  if (metric === null) return null
  const values = rows.map(({ values }) => values[column] ?? null)
  const known = values.filter((value) => value !== null)
  if (known.length < 2 || new Set(known).size === 1) return null
  return values.indexOf(higherIsBetter(metric) ? Math.min(...known) : Math.max(...known))
}
