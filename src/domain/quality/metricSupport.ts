import type { KnownMetric, QualityMetrics } from '@/domain/metric'

const shares: ReadonlySet<KnownMetric> = new Set(['accuracy', 'precision', 'recall', 'f1'])

/** Whether a measure is a share of cases, or near to one as F1: only of those an interval of proportions holds. */
export function isShareOfCases(metric: KnownMetric): boolean {
  return shares.has(metric)
}

/**
 * On how many cases one measure rests, given the size of the test set: recall rests on the actual positives
 * alone, precision on the predicted ones, F1 on the mean of both (of which it is a share). How many those are
 * follows from accuracy, precision and recall of two classes. `null`: it cannot be told, or the measure is no
 * share of cases at all, so that no interval of proportions holds for it.
 */
export function metricSupport(metric: KnownMetric, quality: QualityMetrics, n: number | null): number | null {
  if (n === null || !isShareOfCases(metric)) return null
  if (metric === 'accuracy') return n
  const average = quality[metric]?.average ?? null
  // Weighted by support every case counts once; the mean over classes says nothing of their sizes.
  if (average === 'weighted' || average === 'micro') return n
  if (average === 'macro') return null
  const positives = positivesOf(quality, n)
  if (positives === null) return null
  const { actual, predicted } = positives
  return Math.round(metric === 'recall' ? actual : metric === 'precision' ? predicted : (actual + predicted) / 2)
}

/** TP = rP, FN = (1 − r)P, FP = TP(1 − p)/p, and FN + FP are the errors, (1 − a)n. */
function positivesOf(quality: QualityMetrics, n: number): { actual: number; predicted: number } | null {
  const [accuracy, precision, recall] = [quality.accuracy?.value, quality.precision?.value, quality.recall?.value]
  if (accuracy == null || precision == null || recall == null || precision <= 0 || recall <= 0) return null
  const errorsPerPositive = (recall * (1 - precision)) / precision + (1 - recall)
  if (errorsPerPositive <= 0) return null
  const actual = ((1 - accuracy) * n) / errorsPerPositive
  const predicted = (recall * actual) / precision
  // Several classes, or figures that do not belong together.
  return actual >= 1 && actual <= n && predicted <= n ? { actual, predicted } : null
}
