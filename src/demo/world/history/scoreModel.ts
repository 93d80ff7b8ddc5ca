import type { Confusion } from './quality'

/**
 * A classifier whose scores are normal in each class, one apart by `distance`, and whose counts at the threshold
 * 0.5 are those of its confusion matrix: so every curve agrees with the logged measures.
 */
export interface ScoreModel {
  /** Share of a class that scores at least `threshold`. */
  truePositiveRate: (threshold: number) => number
  falsePositiveRate: (threshold: number) => number
  prevalence: number
  cases: number
}

export function scoreModel({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion): ScoreModel {
  const [positives, negatives] = [truePositives + falseNegatives, falsePositives + trueNegatives]
  const { cut, distance } = apart(truePositives / positives, falsePositives / negatives)
  const latent = (threshold: number) => cut + logit(threshold) / Math.max(0.5, distance)
  return {
    truePositiveRate: (threshold) => normal(distance - latent(threshold)),
    falsePositiveRate: (threshold) => normal(-latent(threshold)),
    prevalence: positives / (positives + negatives),
    cases: positives + negatives,
  }
}

/** The area under the ROC curve of the same model. */
export function rocArea({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion): number {
  const { distance } = apart(truePositives / (truePositives + falseNegatives), falsePositives / (falsePositives + trueNegatives))
  return normal(distance / Math.SQRT2)
}

function apart(truePositiveRate: number, falsePositiveRate: number): { cut: number; distance: number } {
  const cut = -quantile(inner(falsePositiveRate))
  return { cut, distance: quantile(inner(truePositiveRate)) + cut }
}

/** No class is told apart without a mistake. */
function inner(share: number): number {
  return Math.max(1e-4, Math.min(1 - 1e-4, share))
}

function logit(share: number): number {
  return Math.log(share / (1 - share))
}

/** The standard normal distribution (Abramowitz and Stegun 7.1.26, within 1.5e-7). */
function normal(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2)
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp((-x * x) / 2)
  return x >= 0 ? 1 - tail / 2 : tail / 2
}

function quantile(share: number): number {
  let [low, high] = [-8, 8]
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (normal(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
