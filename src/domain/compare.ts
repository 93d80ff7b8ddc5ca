import type { KnownMetric, QualityMetric } from './metric'
import { higherIsBetter } from './quality/metricTable'

/** A measured value with the number of cases behind it; `null`: not known. */
export interface Measured {
  value: number | null
  support: number | null
}

/** The range that holds the true difference in 95 of 100 such measurements. */
export interface Interval {
  low: number
  high: number
}

/** How a candidate compares with its reference. */
export interface Comparison {
  /** Candidate minus reference, in the unit of the measure. `null`: one of them is missing. */
  difference: number | null
  /** What the bare numbers say. */
  direction: 'better' | 'worse' | 'same' | 'unknown'
  /** `null`: a support is not known, or the measure is not a ratio. */
  interval: Interval | null
  /** What may be concluded: as `direction`, unless the interval says that the cases are too few for it. */
  verdict: 'better' | 'worse' | 'same' | 'not-enough-data' | 'unknown'
}

export interface CompareOptions {
  higherIsBetter: boolean
  /** Differences up to this are the same. Default 0: only equal values are. */
  tolerance?: number
}

/** Fewer cases than this on either side decide nothing. */
export const minSupport = 30

/**
 * Compares two independent measurements. With both supports known and both values within 0..1, the verdict
 * follows the 95 % interval of their difference: `better` or `worse` when it lies on one side of zero,
 * `same` when it lies within the tolerance, else `not-enough-data`. Without supports it is the direction.
 */
export function compareValues(reference: Measured, candidate: Measured, options: CompareOptions): Comparison {
  if (reference.value === null || candidate.value === null) {
    return { difference: null, direction: 'unknown', interval: null, verdict: 'unknown' }
  }
  const difference = candidate.value - reference.value
  const direction = directionOf(difference, options)
  if (reference.support === null || candidate.support === null) {
    return { difference, direction, interval: null, verdict: direction }
  }
  const interval = differenceInterval(
    { value: reference.value, support: reference.support },
    { value: candidate.value, support: candidate.support },
  )
  const tooFew = Math.min(reference.support, candidate.support) < minSupport
  return { difference, direction, interval, verdict: tooFew ? 'not-enough-data' : conclude(interval, direction, options) }
}

function directionOf(difference: number, { higherIsBetter, tolerance = 0 }: CompareOptions): 'better' | 'worse' | 'same' {
  // 0.86 - 0.85 is a hair over 0.01 in binary.
  if (Math.abs(difference) <= tolerance + 1e-12) return 'same'
  return difference > 0 === higherIsBetter ? 'better' : 'worse'
}

function conclude(
  interval: Interval | null,
  direction: 'better' | 'worse' | 'same',
  { tolerance = 0 }: CompareOptions,
): Comparison['verdict'] {
  if (interval === null) return direction
  if (interval.low >= -tolerance && interval.high <= tolerance) return 'same'
  return (interval.low > 0 || interval.high < 0) && direction !== 'same' ? direction : 'not-enough-data'
}

/**
 * The 95 % interval of candidate minus reference for two proportions of independent cases, by Newcombe's
 * hybrid of two Wilson score intervals (Statistics in Medicine 17, 1998, method 10): right for small
 * supports and near 0 and 1, where the normal approximation is not.
 *
 * Accuracy, precision, recall and error ratios are such proportions, of all cases, predicted positives,
 * actual positives and requests. F1 is not one; for it the interval is an approximation. Two versions
 * scored on the same cases are not independent: their interval is then too wide, never too narrow.
 * `null` for values outside 0..1 or without cases.
 */
export function differenceInterval(
  reference: { value: number; support: number },
  candidate: { value: number; support: number },
): Interval | null {
  const [before, after] = [wilson(reference), wilson(candidate)]
  if (before === null || after === null) return null
  const difference = candidate.value - reference.value
  return {
    low: difference - Math.hypot(candidate.value - after.low, before.high - reference.value),
    high: difference + Math.hypot(after.high - candidate.value, reference.value - before.low),
  }
}

/** 97.5th percentile of the standard normal distribution. */
const z = 1.959964

/** The 95 % Wilson score interval of one proportion; `null` outside 0..1 or without cases. */
export function wilson({ value, support }: { value: number; support: number }): Interval | null {
  if (!(value >= 0 && value <= 1 && support > 0)) return null
  const centre = value + z ** 2 / (2 * support)
  const spread = z * Math.sqrt((value * (1 - value)) / support + z ** 2 / (4 * support ** 2))
  const scale = 1 + z ** 2 / support
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) }
}

/** A comparison of two recognised metrics, and why it may not compare like with like. */
export interface QualityComparison extends Comparison {
  metric: KnownMetric
  /** A sentence; `null` where both were measured the same way as far as their names say. */
  caveat: string | null
}

/** Compares one measure of two versions; `undefined` where a version lacks it. */
export function compareQuality(
  metric: KnownMetric,
  reference: QualityMetric | undefined,
  candidate: QualityMetric | undefined,
  { support = { reference: null, candidate: null }, tolerance = 0 }: QualityCompareOptions = {},
): QualityComparison {
  const comparison = compareValues(
    { value: reference?.value ?? null, support: support.reference },
    { value: candidate?.value ?? null, support: support.candidate },
    { higherIsBetter: higherIsBetter(metric), tolerance },
  )
  return { ...comparison, metric, caveat: caveatOf(reference, candidate) }
}

export interface QualityCompareOptions {
  support?: { reference: number | null; candidate: number | null }
  tolerance?: number
}

function caveatOf(reference: QualityMetric | undefined, candidate: QualityMetric | undefined): string | null {
  if (reference === undefined || candidate === undefined) return null
  if (reference.split === candidate.split && reference.average === candidate.average) return null
  return `\`${candidate.rawName}\` is compared with \`${reference.rawName}\`.`
}
