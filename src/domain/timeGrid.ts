import type { EpochMs, TimeRange } from './time'
import { dayMs, hourMs, minuteMs, rangeLengthMs, secondMs } from './time'

/** A range made concrete: from and to inclusive, both multiples of the step. */
export interface ResolvedRange {
  from: EpochMs
  to: EpochMs
  stepMs: number
}

export interface GridLimits {
  /** At most this many samples a series, at least 2. */
  maxPoints: number
  /** Finer than the scrape interval shows nothing new. Default 15 s. */
  minStepMs?: number
}

/** Prometheus refuses more steps than this in one range query. */
const maxSteps = 11_000

const niceSteps: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * secondMs),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minuteMs),
  ...[1, 2, 3, 6, 12].map((n) => n * hourMs),
]

/**
 * The concrete times and step of a range. The step is the largest of range / points, the shortest step
 * and range / 11,000, rounded up to one that people count in; both ends are floored to a multiple of it,
 * so that two readers within a step ask the same question and caches can answer
 * (https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries).
 */
export function resolveRange(
  range: TimeRange,
  now: EpochMs,
  { maxPoints, minStepMs = 15 * secondMs }: GridLimits,
): ResolvedRange {
  const lengthMs = rangeLengthMs(range)
  const to = range.kind === 'relative' ? now : range.to
  // n samples have n - 1 steps between them.
  const steps = Math.min(Math.max(Math.floor(maxPoints) - 1, 1), maxSteps)
  const stepMs = niceStep(Math.max(lengthMs / steps, minStepMs))
  return { from: floorTo(to - lengthMs, stepMs), to: floorTo(to, stepMs), stepMs }
}

/** The range of the same length just before, on the same grid. */
export function previousPeriod({ from, to, stepMs }: ResolvedRange): ResolvedRange {
  return { from: from - (to - from) - stepMs, to: from - stepMs, stepMs }
}

function niceStep(atLeastMs: number): number {
  return niceSteps.find((step) => step >= atLeastMs) ?? Math.ceil(atLeastMs / dayMs) * dayMs
}

function floorTo(at: EpochMs, stepMs: number): EpochMs {
  return Math.floor(at / stepMs) * stepMs
}
