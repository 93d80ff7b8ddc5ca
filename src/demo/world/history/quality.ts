import { type ClassifierQuality, isClassifier, type ModelSpec, type RegressorQuality } from '@/demo/world/catalog/modelSpec'
import { normal, stream } from '@/demo/world/random'
import { rocArea } from './scoreModel'

/** Counts of a two-class test set. */
export interface Confusion {
  truePositives: number
  falsePositives: number
  falseNegatives: number
  trueNegatives: number
}

/** Every measure that a version's run knows; what is logged, and under which name, is a habit. */
export interface Measures {
  accuracy: number
  precision: number
  recall: number
  f1: number
  rocAuc: number
  logLoss: number
}

export type VersionQuality =
  | { kind: 'classifier'; confusion: Confusion; measures: Measures }
  | { kind: 'regressor'; measures: RegressorQuality }

/** The version whose quality the spec states. */
export function referenceVersion(spec: ModelSpec): number {
  return spec.promotions.at(-1)?.[0] ?? spec.versions
}

/**
 * Older versions are worse, with diminishing returns; versions after the reference differ by noise.
 * All classifier measures come from one confusion matrix, so that they agree with each other.
 */
export function versionQuality(seed: string, spec: ModelSpec, version: number): VersionQuality {
  const next = stream(seed, spec.name, 'quality', String(version))
  const age = Math.max(0, referenceVersion(spec) - version)
  const worse = 1 - Math.exp(-age / 6)
  const isReference = version === referenceVersion(spec)
  const noise = () => (isReference ? 0 : normal(next))
  const own = spec.version?.[version]
  if (!isClassifier(spec.quality)) {
    const factor = own?.mae === undefined ? 1 + 0.32 * worse + 0.012 * noise() : own.mae / spec.quality.mae
    return { kind: 'regressor', measures: scaled(spec.quality, factor) }
  }
  const { precision, recall } = spec.quality
  const confusion = confusionOf({
    ...spec.quality,
    precision: own?.precision ?? clamp(precision - 0.1 * worse + 0.006 * noise()),
    recall: own?.recall ?? clamp(recall - 0.13 * worse + 0.006 * noise()),
  })
  return { kind: 'classifier', confusion, measures: measuresOf(confusion) }
}

export function confusionOf(quality: ClassifierQuality): Confusion {
  const positives = Math.round(quality.testRows * quality.prevalence)
  const truePositives = Math.round(positives * quality.recall)
  const falsePositives = Math.round(truePositives * (1 / quality.precision - 1))
  return {
    truePositives,
    falsePositives,
    falseNegatives: positives - truePositives,
    trueNegatives: Math.max(0, quality.testRows - positives - falsePositives),
  }
}

export function measuresOf({ truePositives, falsePositives, falseNegatives, trueNegatives }: Confusion): Measures {
  const total = truePositives + falsePositives + falseNegatives + trueNegatives
  const accuracy = (truePositives + trueNegatives) / total
  const precision = truePositives / (truePositives + falsePositives)
  const recall = truePositives / (truePositives + falseNegatives)
  const f1 = (2 * precision * recall) / (precision + recall)
  return { accuracy, precision, recall, f1, rocAuc: rocArea({ truePositives, falsePositives, falseNegatives, trueNegatives }), logLoss: 2.1 * (1 - accuracy) + 0.03 }
}

function scaled(quality: RegressorQuality, factor: number): RegressorQuality {
  return {
    mae: round(quality.mae * factor, 4),
    rmse: round(quality.rmse * factor, 4),
    r2: round(1 - (1 - quality.r2) * factor * factor, 4),
    mape: round(quality.mape * factor, 5),
  }
}

function clamp(value: number): number {
  return Math.min(0.995, Math.max(0.3, value))
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
