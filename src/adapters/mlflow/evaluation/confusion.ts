import type { LoggedMetric } from '@/domain/metric'
import type { ConfusionMatrix } from '@/domain/evaluation/evaluation'
import { isRecord, numberOf, plain } from './table'

const matrixNames = ['matrix', 'confusion_matrix', 'cm', 'counts', 'values', 'data']
const labelNames = ['labels', 'classes', 'class_names', 'target_names', 'columns', 'display_labels']

/**
 * A confusion matrix: a list of rows (`confusion_matrix(y, p).tolist()`), the same with labels, the four counts of
 * two classes by name, or a table. Rows are the actual classes, as in scikit-learn, unless the file says
 * `"rows": "predicted"`. `null`: it is none.
 */
export function readConfusion(origin: string, content: unknown): ConfusionMatrix | null {
  if (Array.isArray(content)) return matrixOf(origin, content, null, false)
  if (!isRecord(content)) return null
  const four = fourCounts(origin, new Map(Object.entries(content).map(([name, value]) => [plain(name), numberOf(value)])))
  if (four !== null) return four
  const rows = entry(content, matrixNames)
  return Array.isArray(rows) ? matrixOf(origin, rows, entry(content, labelNames), content['rows'] === 'predicted') : null
}

/** The four counts that mlflow.models.evaluate logs as metrics for two classes. */
export function confusionOfMetrics(metrics: readonly LoggedMetric[]): ConfusionMatrix | null {
  for (const prefix of ['test_', 'eval_', 'val_', '']) {
    const logged = metrics.filter(({ key }) => key.startsWith(prefix))
    const found = fourCounts('metrics of the run', new Map(logged.map(({ key, value }) => [plain(key.slice(prefix.length)), value])))
    if (found !== null) return found
  }
  return null
}

function fourCounts(origin: string, values: ReadonlyMap<string, number | null>): ConfusionMatrix | null {
  const read = (...names: readonly string[]) => names.map((name) => values.get(name)).find((value) => value != null)
  const [tn, fp] = [read('true_negatives', 'tn'), read('false_positives', 'fp')]
  const [fn, tp] = [read('false_negatives', 'fn'), read('true_positives', 'tp')]
  if (tn === undefined || fp === undefined || fn === undefined || tp === undefined) return null
  return checked({ origin, labels: ['negative', 'positive'], counts: [[tn, fp], [fn, tp]] })
}

function matrixOf(origin: string, rows: readonly unknown[], labels: unknown, transposed: boolean): ConfusionMatrix | null {
  const named = Array.isArray(labels) ? labels.map(String) : []
  // A CSV of a data frame begins each row with the row's label.
  const bare = rows.map((row) => (Array.isArray(row) && row.length === rows.length + 1 ? row.slice(1) : row))
  const names = named.length === rows.length + 1 ? named.slice(1) : named
  const counts = bare.map((row) => (Array.isArray(row) ? row.map((value) => numberOf(value) ?? Number.NaN) : []))
  const right = transposed ? counts.map((_, i) => counts.map((row) => row[i] ?? Number.NaN)) : counts
  return checked({ origin, labels: names.length === right.length ? names : right.map((_, i) => String(i)), counts: right })
}

/** Square, of two classes or more, and all counts are counts; normalised matrices hold shares and are refused. */
function checked(matrix: ConfusionMatrix): ConfusionMatrix | null {
  const { labels, counts } = matrix
  const square = counts.length >= 2 && counts.every((row) => row.length === counts.length)
  const counted = counts.flat().every((count) => Number.isInteger(count) && count >= 0)
  return square && counted && labels.length === counts.length ? matrix : null
}

function entry(record: Readonly<Record<string, unknown>>, names: readonly string[]): unknown {
  return Object.entries(record).find(([name]) => names.includes(plain(name)))?.[1]
}
