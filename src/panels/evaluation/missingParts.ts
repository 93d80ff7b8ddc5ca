import type { Evaluation } from '@/domain/evaluation/evaluation'

/** What a classifier's run does not keep, in a sentence that says how it would; `null`: nothing is missing, or nobody can tell. */
export function missingParts({ confusion, roc, precisionRecall, calibration, slices, folds }: Evaluation): string | null {
  const isClassifier = confusion !== null || roc.length > 0 || precisionRecall.length > 0 || calibration !== null
  if (!isClassifier) return null
  const parts = [
    ...(confusion === null ? ['confusion matrix (confusion_matrix.json)'] : []),
    ...(roc.length === 0 ? ['ROC curve (roc_curve.json)'] : []),
    ...(precisionRecall.length === 0 ? ['precision and recall by threshold (pr_curve.json)'] : []),
    ...(calibration === null ? ['calibration (calibration.json)'] : []),
    ...(slices.length === 0 ? ['measures by slice (metrics_by_….json)'] : []),
    ...(folds === null ? ['folds (fold_0_f1, …)'] : []),
  ]
  return parts.length === 0 ? null : `Not kept with the run: ${parts.join(', ')}.`
}
