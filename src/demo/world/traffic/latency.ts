import type { Outcome } from './behaviour'

/** Upper bounds of the histogram, in seconds; `+Inf` comes after them. */
export const bucketBounds = [
  0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.075, 0.09, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.75, 1, 1.5, 2.5, 5,
] as const

/** As Go's and Python's clients print them. */
export const bucketLabels: readonly string[] = [...bucketBounds.map((bound) => (Number.isInteger(bound) ? `${bound}.0` : String(bound))), '+Inf']

/** Where the requests of each outcome end up. */
export interface LatencyProfile {
  /** Per outcome: share of the requests at or below each bound; the last is 1. */
  below: Readonly<Record<Outcome, readonly number[]>>
  /** Mean of each outcome, in seconds. */
  mean: Readonly<Record<Outcome, number>>
}

const slowShareAtMeanLoad = 0.25
const spread = 0.42
const slowFactor = 2.1
const slowSpread = 0.38
let unitP95: number | null = null

/** A profile whose 95th percentile is `p95Ms` in working hours. Latencies are log-normal, as they usually look. */
export function latencyProfile(p95Ms: number): LatencyProfile {
  unitP95 ??= solveUnitP95()
  const median = p95Ms / 1000 / unitP95
  const fast = (bound: number) => belowLogNormal(bound, median, spread)
  const slow = (bound: number) => belowLogNormal(bound, median * slowFactor, slowSpread)
  const quick = (bound: number) => belowLogNormal(bound, Math.min(median * 0.3, 0.02), 0.3)
  const timeout = (bound: number) => belowLogNormal(bound, Math.min(4, median * 5), 0.25)
  return {
    below: { fast: shares(fast), slow: shares(slow), refused: shares(quick), failed: shares(fast), overloaded: shares(timeout) },
    mean: {
      fast: mean(median, spread),
      slow: mean(median * slowFactor, slowSpread),
      refused: mean(Math.min(median * 0.3, 0.02), 0.3),
      failed: mean(median, spread),
      overloaded: mean(Math.min(4, median * 5), 0.25),
    },
  }
}

/** Per bound, and 1 for `+Inf`. */
function shares(below: (bound: number) => number): readonly number[] {
  return [...bucketBounds.map((bound) => below(bound)), 1]
}

function mean(median: number, sigma: number): number {
  return median * Math.exp((sigma * sigma) / 2)
}

/** The p95 of the mixture whose fast median is 1. */
function solveUnitP95(): number {
  let [low, high] = [0.5, 20]
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    const below = (1 - slowShareAtMeanLoad) * belowLogNormal(middle, 1, spread) + slowShareAtMeanLoad * belowLogNormal(middle, slowFactor, slowSpread)
    if (below < 0.95) low = middle
    else high = middle
  }
  return high
}

function belowLogNormal(bound: number, median: number, sigma: number): number {
  return 0.5 * (1 + erf(Math.log(bound / median) / (sigma * Math.SQRT2)))
}

/** Abramowitz and Stegun 7.1.26; wrong by less than 2e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const y = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x)
  return x < 0 ? -y : y
}
