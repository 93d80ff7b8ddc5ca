import { splitRank, splitWords, words } from '@/domain/quality/metricName'

/** What a file is for, as its name says. */
export type EvaluationKind = 'confusion' | 'roc' | 'precision-recall' | 'calibration' | 'report' | 'slices' | 'folds' | 'search'

/** In this order: `cv_results` is not a slice of anything, `roc_auc_by_region` is. */
const names: readonly (readonly [EvaluationKind, RegExp])[] = [
  ['confusion', /confusion_?matrix/],
  ['search', /(^|_)cv_results$/],
  ['folds', /(^|_)(folds?|cv_folds|cross_validation|fold_metrics|cv_metrics|cv_scores)$/],
  ['report', /classification_report/],
  ['slices', /(^|_)(slices?|slice_metrics|segments?|per_(class|slice|segment|group)_metrics|metrics_(by|per)_\w+)$/],
  ['calibration', /calibration|reliability/],
  ['precision-recall', /(^|_)pr_curve|precision_recall(_curve)?/],
  ['roc', /(^|_)roc(_curve)?(_|$)/],
]

/** The file's name without ending, its words joined by `_`. */
export function stemOf(path: string): string {
  const file = path.split('/').at(-1) ?? path
  return file.replace(/\.[^.]+$/, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
}

/** `null`: the name says nothing that we know. */
export function kindOf(path: string): EvaluationKind | null {
  const stem = stemOf(path)
  return names.find(([, pattern]) => pattern.test(stem))?.[0] ?? null
}

/** Whether it can be read as data. */
export function isData(path: string): boolean {
  return /\.(json|csv)$/i.test(path)
}

export function isPicture(path: string): boolean {
  return /\.(png|jpe?g|webp|gif|svg)$/i.test(path)
}

/** What the rows of `metrics_by_region` or `per_class_metrics` are; `null`: the name does not say. */
export function slicedBy(path: string): string | null {
  const match = /(?:metrics_(?:by|per)_(?<by>\w+)|per_(?<per>class|slice|segment|group)_metrics)$/.exec(stemOf(path))?.groups
  return match?.['by'] ?? match?.['per'] ?? null
}

/** Held-out data is believed before training data, as with metrics: smaller is better. */
export function splitOf(path: string): number {
  const said = words(path)
  const training = splitRank.length - 1
  if (splitWords.training.some((word) => said.includes(word))) return training
  const found = splitRank.findIndex((split) => splitWords[split].some((word) => said.includes(word)))
  return found === -1 ? splitRank.indexOf('bare') : found
}

/** What a picture shows: `training_confusion_matrix.png` → `Confusion matrix`. */
export function pictureTitle(path: string): string {
  const said = stemOf(path)
    .split('_')
    .filter((word) => !['plot', 'training', 'train'].includes(word))
    .join(' ')
    .replace(/\b(roc|auc|shap|pr)\b/g, (word) => word.toUpperCase())
  return said === '' ? 'Plot' : said.charAt(0).toUpperCase() + said.slice(1)
}

export function isOnTraining(path: string): boolean {
  return splitOf(path) === splitRank.length - 1
}
