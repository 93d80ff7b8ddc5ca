import type { Calibration, ConfusionMatrix } from './evaluation'

/** Mean and sample standard deviation of the folds that have a value; `deviation` is `null` below two. */
export function spread(values: readonly (number | null)[]): { mean: number; deviation: number | null; n: number } | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  const mean = known.reduce((a, b) => a + b, 0) / known.length
  const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, deviation: known.length < 2 ? null : Math.sqrt(squares / (known.length - 1)), n: known.length }
}

/** Expected calibration error: the mean distance of observed and predicted, weighted by cases. `null`: no counts. */
export function calibrationError({ bins }: Calibration): number | null {
  let [distance, total] = [0, 0]
  for (const { predicted, observed, count } of bins) {
    if (count === null) return null
    distance += count * Math.abs(observed - predicted)
    total += count
  }
  return total === 0 ? null : distance / total
}

/** What one class of a confusion matrix scored against all others; `null`: nothing to divide by. */
export interface ClassMeasures {
  precision: number | null
  recall: number | null
  f1: number | null
  /** Cases that are of the class. */
  n: number
}

export function classMeasures({ counts }: ConfusionMatrix, index: number): ClassMeasures {
  const hit = counts[index]?.[index] ?? 0
  const actual = (counts[index] ?? []).reduce((a, b) => a + b, 0)
  const predicted = counts.reduce((sum, row) => sum + (row[index] ?? 0), 0)
  const misses = actual + predicted
  return {
    precision: predicted === 0 ? null : hit / predicted,
    recall: actual === 0 ? null : hit / actual,
    f1: misses === 0 ? null : (2 * hit) / misses,
    n: actual,
  }
}
