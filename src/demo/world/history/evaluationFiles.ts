import { isClassifier, type ModelSpec } from '@/demo/world/catalog/modelSpec'
import { normal, stream } from '@/demo/world/random'
import { importancePicture } from './importancePicture'
import { type Confusion, measuresOf, type VersionQuality } from './quality'
import { type ScoreModel, scoreModel } from './scoreModel'

/**
 * What a careful team logs of its evaluation: scikit-learn's curves by `log_dict`, slices and folds by `log_table`,
 * one chart by `log_figure`. Teams with a `report` habit keep scikit-learn's classification report.
 */
export function evaluationFiles(seed: string, spec: ModelSpec, version: number, quality: VersionQuality): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  // Good habits grow: the oldest third of a model's versions kept none of it.
  if (version <= spec.versions / 3) return files
  if (quality.kind === 'classifier' && spec.naming === 'report') files.set('classification_report.json', reportText(spec, quality.confusion))
  if (spec.fullEvaluation !== true) return files
  const next = stream(seed, spec.name, 'evaluation', String(version))
  files.set('evaluation/metrics_by_region.json', slicesText(quality, () => normal(next)))
  files.set('evaluation/folds.json', foldsText(quality, () => normal(next)))
  files.set('plots/feature_importance.svg', importancePicture(spec.columns.map(([name]) => name), next))
  if (quality.kind === 'regressor' || !isClassifier(spec.quality)) return files
  const scores = scoreModel(quality.confusion)
  const positive = spec.classes[1] ?? 'positive'
  files.set('evaluation/roc_curve.json', rocText(scores, positive))
  files.set('evaluation/pr_curve.json', precisionRecallText(scores, positive))
  files.set('evaluation/calibration.json', calibrationText(scores))
  return files
}

const grid = Array.from({ length: 99 }, (_, i) => (i + 1) / 100)

/** Thresholds fall, as in scikit-learn; the first is infinite, which Python writes bare. */
function rocText(scores: ScoreModel, positive: string): string {
  const thresholds = grid.toReversed()
  const list = (first: number, rate: (threshold: number) => number, last: number) => [first, ...thresholds.map((t) => round(rate(t))), last]
  const text = JSON.stringify({ positive, fpr: list(0, scores.falsePositiveRate, 1), tpr: list(0, scores.truePositiveRate, 1), thresholds: [-1, ...thresholds, 0] })
  return text.replace('"thresholds":[-1,', '"thresholds":[Infinity,')
}

/** Thresholds rise, and there is one less of them. */
function precisionRecallText(scores: ScoreModel, positive: string): string {
  const recall = grid.map((t) => round(scores.truePositiveRate(t)))
  const precision = grid.map((t) => round(precisionAt(scores, t)))
  return JSON.stringify({ positive, precision: [...precision, 1], recall: [...recall, 0], thresholds: grid })
}

function precisionAt({ truePositiveRate, falsePositiveRate, prevalence }: ScoreModel, threshold: number): number {
  const hits = prevalence * truePositiveRate(threshold)
  return hits / (hits + (1 - prevalence) * falsePositiveRate(threshold))
}

function calibrationText({ truePositiveRate, falsePositiveRate, prevalence, cases }: ScoreModel): string {
  const edges = Array.from({ length: 11 }, (_, i) => Math.max(0.001, Math.min(0.999, i / 10)))
  const bins = edges.slice(1).map((to, i) => {
    const from = edges[i] ?? 0
    const hits = prevalence * (truePositiveRate(from) - truePositiveRate(to))
    const all = hits + (1 - prevalence) * (falsePositiveRate(from) - falsePositiveRate(to))
    return { predicted: round((from + to) / 2), observed: round(hits / all), count: Math.round(all * cases) }
  })
  return JSON.stringify({ prob_pred: bins.map((b) => b.predicted), prob_true: bins.map((b) => b.observed), count: bins.map((b) => b.count) })
}

const regions = [['north', 0.31, 0.4], ['south', 0.27, 0.1], ['west', 0.24, -0.2], ['east', 0.16, -0.6], ['abroad', 0.02, -3.2]] as const

/** mlflow.log_table; the small region is the weak one. */
function slicesText(quality: VersionQuality, noise: () => number): string {
  if (quality.kind === 'regressor') {
    const { mae, rmse } = quality.measures
    const data = regions.map(([region, share, better]) => {
      const factor = 1 - 0.05 * better + 0.01 * noise()
      return [region, Math.round(20_000 * share), round(mae * factor), round(rmse * factor)]
    })
    return JSON.stringify({ columns: ['region', 'n', 'mae', 'rmse'], data })
  }
  const total = Object.values(quality.confusion).reduce((a, b) => a + b, 0)
  const { precision, recall } = quality.measures
  const data = regions.map(([region, share, better]) => {
    const p = Math.min(0.995, precision + 0.012 * better + 0.003 * noise())
    const r = Math.min(0.995, recall + 0.02 * better + 0.003 * noise())
    return [region, Math.round(total * share), round(p), round(r), round((2 * p * r) / (p + r))]
  })
  return JSON.stringify({ columns: ['region', 'n', 'precision', 'recall', 'f1'], data })
}

function foldsText(quality: VersionQuality, noise: () => number): string {
  const near = (value: number, spread: number) => round(value + spread * noise())
  const rows = Array.from({ length: 5 }, (_, fold) =>
    quality.kind === 'regressor'
      ? [fold, near(quality.measures.mae, quality.measures.mae * 0.02), near(quality.measures.r2, 0.006)]
      : [fold, near(quality.measures.f1, 0.007), near(quality.measures.accuracy, 0.003)],
  )
  return JSON.stringify({ columns: quality.kind === 'regressor' ? ['fold', 'mae', 'r2'] : ['fold', 'f1', 'accuracy'], data: rows })
}

/** `classification_report(output_dict=True)`. */
function reportText(spec: ModelSpec, confusion: Confusion): string {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = confusion
  const turned = { truePositives: trueNegatives, falsePositives: falseNegatives, falseNegatives: falsePositives, trueNegatives: truePositives }
  const row = (own: Confusion) => {
    const { precision, recall, f1 } = measuresOf(own)
    return { precision: round(precision), recall: round(recall), 'f1-score': round(f1), support: own.truePositives + own.falseNegatives }
  }
  const [negative = 'negative', positive = 'positive'] = spec.classes
  return JSON.stringify({ [negative]: row(turned), [positive]: row(confusion), accuracy: round(measuresOf(confusion).accuracy) }, null, 2)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
