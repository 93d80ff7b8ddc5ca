import type { Calibration, PrecisionRecallCurve, RocCurve } from '@/domain/evaluation/evaluation'
import { column, columnsOf, isRecord, numberOf, type Columns } from './table'

const thresholds = ['thresholds', 'threshold', 'score', 'scores']
const fpr = ['fpr', 'false_positive_rate', 'false_positive_rates']
const tpr = ['tpr', 'true_positive_rate', 'true_positive_rates']
const precisions = ['precision', 'precisions', 'prec']
const recalls = ['recall', 'recalls', 'rec']
const predicted = ['prob_pred', 'mean_predicted_probability', 'predicted', 'mean_predicted_value', 'confidence', 'predicted_probability']
const observed = ['prob_true', 'fraction_of_positives', 'observed', 'true_probability', 'observed_frequency']
const counts = ['count', 'counts', 'n', 'samples', 'bin_count', 'bin_counts', 'support']

/** `fpr`, `tpr` and `thresholds` of scikit-learn's roc_curve, as a table or lists by name; for many classes one a class. */
export function readRoc(origin: string, content: unknown): readonly RocCurve[] {
  return byClass(content, (positive, columns) => {
    const points = pairs(columns, fpr, tpr).map(({ threshold, x, y }) => ({ threshold, falsePositiveRate: x, truePositiveRate: y }))
    if (points.length < 2) return null
    points.sort((a, b) => a.falsePositiveRate - b.falsePositiveRate || a.truePositiveRate - b.truePositiveRate)
    return { origin, positive, points }
  })
}

/**
 * `precision`, `recall` and `thresholds` of scikit-learn's precision_recall_curve. Its thresholds are one less:
 * the last point (precision 1, recall 0) has none.
 */
export function readPrecisionRecall(origin: string, content: unknown): readonly PrecisionRecallCurve[] {
  return byClass(content, (positive, columns) => {
    const points = pairs(columns, recalls, precisions).map(({ threshold, x, y }) => ({ threshold, recall: x, precision: y }))
    if (points.length < 2) return null
    points.sort((a, b) => a.recall - b.recall || (b.threshold ?? Infinity) - (a.threshold ?? Infinity))
    return { origin, positive, points }
  })
}

/** `prob_pred` and `prob_true` of scikit-learn's calibration_curve, with the cases of each bin where they were kept. */
export function readCalibration(origin: string, content: unknown): Calibration | null {
  const columns = columnsOf(content)
  const [x, y] = columns === null ? [null, null] : [column(columns, predicted), column(columns, observed)]
  if (columns === null || x === null || y === null) return null
  const sizes = column(columns, counts)
  const bins = x.flatMap((value, i) => {
    const [from, to] = [share(value), share(y[i])]
    return from === null || to === null ? [] : [{ predicted: from, observed: to, count: numberOf(sizes?.[i]) }]
  })
  return bins.length < 2 ? null : { origin, bins: bins.toSorted((a, b) => a.predicted - b.predicted) }
}

interface Pair {
  threshold: number | null
  x: number
  y: number
}

function pairs(columns: Columns, xs: readonly string[], ys: readonly string[]): Pair[] {
  const [x, y, at] = [column(columns, xs), column(columns, ys), column(columns, thresholds)]
  if (x === null || y === null) return []
  return x.flatMap((value, i) => {
    const [right, up] = [share(value), share(y[i])]
    return right === null || up === null ? [] : [{ threshold: numberOf(at?.[i]), x: right, y: up }]
  })
}

/** One curve; or `{class: curve}`; or a table with a column that names the class. */
function byClass<T>(content: unknown, read: (positive: string | null, columns: Columns) => T | null): readonly T[] {
  const columns = columnsOf(content)
  const classes = columns && column(columns, ['class', 'label', 'positive_class', 'pos_label'])
  if (columns !== null && classes !== null) {
    return [...new Set(classes.map(String))].flatMap((name) => read(name, rowsOf(columns, (i) => String(classes[i]) === name)) ?? [])
  }
  const one = columns && read(positiveOf(content), columns)
  if (one !== null) return [one]
  if (!isRecord(content)) return []
  return Object.entries(content).flatMap(([name, inner]) => {
    const own = isRecord(inner) || Array.isArray(inner) ? columnsOf(inner) : null
    return own === null ? [] : (read(name, own) ?? [])
  })
}

function positiveOf(content: unknown): string | null {
  const said = isRecord(content) ? (content['positive'] ?? content['pos_label'] ?? content['positive_class']) : null
  return typeof said === 'string' || typeof said === 'number' ? String(said) : null
}

function rowsOf(columns: Columns, keep: (index: number) => boolean): Columns {
  return new Map([...columns].map(([name, values]) => [name, values.filter((_, i) => keep(i))]))
}

function share(value: unknown): number | null {
  const number = numberOf(value)
  return number !== null && number >= 0 && number <= 1 ? number : null
}
