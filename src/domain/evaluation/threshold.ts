import type { ConfusionMatrix, PrecisionRecallCurve, RocCurve } from './evaluation'

/** What a classifier of two classes does when it calls positive what scores at least `threshold`. */
export interface AtThreshold {
  threshold: number
  precision: number | null
  recall: number | null
  f1: number | null
  falsePositiveRate: number | null
  /** Expected counts on the evaluated cases; `null`: how many there were of each class is not known. */
  counts: { truePositives: number; falsePositives: number; falseNegatives: number; trueNegatives: number } | null
}

export interface ThresholdCurves {
  roc: RocCurve | null
  precisionRecall: PrecisionRecallCurve | null
  confusion: ConfusionMatrix | null
}

/** The span of scores at which something changes; `null`: no curve kept its thresholds. */
export function thresholdSpan({ roc, precisionRecall }: ThresholdCurves): { min: number; max: number } | null {
  const all = [...(roc?.points ?? []), ...(precisionRecall?.points ?? [])].flatMap(({ threshold }) => threshold ?? [])
  if (all.length < 2) return null
  const [min, max] = all.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity])
  return min < max ? { min, max } : null
}

/** Precision, recall and F1 at a threshold; from the ROC curve and the class counts where no other curve was kept. */
export function atThreshold(curves: ThresholdCurves, threshold: number): AtThreshold {
  const roc = curves.roc && pointAt(curves.roc.points, threshold)
  const pr = curves.precisionRecall && pointAt(curves.precisionRecall.points, threshold)
  const sizes = curves.confusion && classSizes(curves.confusion, curves.roc?.positive ?? null)
  const recall = pr?.recall ?? roc?.truePositiveRate ?? null
  const falsePositiveRate = roc?.falsePositiveRate ?? null
  const counts = recall === null || falsePositiveRate === null || sizes === null ? null : countsOf(recall, falsePositiveRate, sizes)
  const precision = pr?.precision ?? (counts && precisionOf(counts))
  return { threshold, precision, recall, f1: harmonic(precision, recall), falsePositiveRate, counts }
}

/** The threshold of the curve at which F1 is largest; `null`: precision and recall are not known by threshold. */
export function bestThreshold(curves: ThresholdCurves): number | null {
  let best: { threshold: number; f1: number } | null = null
  for (const { threshold, f1 } of scoredPoints(curves)) {
    if (threshold !== null && f1 !== null && (best === null || f1 > best.f1)) best = { threshold, f1 }
  }
  return best?.threshold ?? null
}

function scoredPoints({ roc, precisionRecall, confusion }: ThresholdCurves): readonly { threshold: number | null; f1: number | null }[] {
  if (precisionRecall !== null) return precisionRecall.points.map(({ threshold, precision, recall }) => ({ threshold, f1: harmonic(precision, recall) }))
  const sizes = confusion && classSizes(confusion, roc?.positive ?? null)
  if (roc === null || sizes === null) return []
  return roc.points.map(({ threshold, truePositiveRate, falsePositiveRate }) => {
    const counts = countsOf(truePositiveRate, falsePositiveRate, sizes)
    return { threshold, f1: harmonic(precisionOf(counts), truePositiveRate) }
  })
}

/**
 * The point that holds at a threshold: between two scores that occur nothing changes, so it is the one of the
 * smallest score that is not below. Above the highest score nothing is called positive: the last point.
 */
export function pointAt<P extends { threshold: number | null }>(points: readonly P[], threshold: number): P | null {
  let found: P | null = null
  let highest: P | null = null
  for (const point of points) {
    if (point.threshold === null) continue
    if (highest === null || point.threshold > (highest.threshold ?? -Infinity)) highest = point
    // A slider's step is not the curve's: 0.30000000000000004 is 0.3.
    if (point.threshold < threshold - 1e-9) continue
    if (found === null || point.threshold < (found.threshold ?? Infinity)) found = point
  }
  return found ?? highest
}

/** The area under a ROC curve by trapezia, as scikit-learn's `auc`. */
export function areaUnder({ points }: RocCurve): number {
  return points.reduce((area, point, i) => {
    const before = points[i - 1]
    return before === undefined ? area : area + ((point.falsePositiveRate - before.falsePositiveRate) * (point.truePositiveRate + before.truePositiveRate)) / 2
  }, 0)
}

/** Σ (Rₙ − Rₙ₋₁) Pₙ, as scikit-learn's `average_precision_score`. */
export function averagePrecision({ points }: PrecisionRecallCurve): number {
  return points.reduce((sum, point, i) => sum + (point.recall - (points[i - 1]?.recall ?? 0)) * point.precision, 0)
}

/** Of two classes: how many cases were positive and negative. The positive one is named, else the second. */
function classSizes({ labels, counts }: ConfusionMatrix, positive: string | null): { positives: number; negatives: number } | null {
  if (labels.length !== 2) return null
  const named = positive === null ? 1 : labels.indexOf(positive)
  const row = named === -1 ? 1 : named
  const sum = (index: number) => (counts[index] ?? []).reduce((a, b) => a + b, 0)
  return { positives: sum(row), negatives: sum(1 - row) }
}

function countsOf(recall: number, falsePositiveRate: number, { positives, negatives }: { positives: number; negatives: number }) {
  const truePositives = Math.round(recall * positives)
  const falsePositives = Math.round(falsePositiveRate * negatives)
  return { truePositives, falsePositives, falseNegatives: positives - truePositives, trueNegatives: negatives - falsePositives }
}

function precisionOf({ truePositives, falsePositives }: { truePositives: number; falsePositives: number }): number | null {
  const called = truePositives + falsePositives
  return called === 0 ? null : truePositives / called
}

function harmonic(precision: number | null, recall: number | null): number | null {
  if (precision === null || recall === null) return null
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
