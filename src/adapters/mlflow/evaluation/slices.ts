import type { SliceTable } from '@/domain/evaluation/evaluation'
import { columnsOf, isRecord, numberOf, plain, type Columns } from './table'

const countNames = new Set(['n', 'count', 'support', 'example_count', 'samples', 'size', 'rows', 'n_samples', 'num_rows', 'num_samples'])
/** Cells of a class's confusion matrix: they are shown as a matrix, not as measures. */
const cells = new Set(['true_negatives', 'false_positives', 'false_negatives', 'true_positives'])

/** Measures of parts of the data: a table whose first column of words names the part. `by`: what the file's name says. */
export function readSlices(origin: string, content: unknown, by: string | null): SliceTable | null {
  const columns = columnsOf(content)
  if (columns === null) return null
  const name = nameColumn(columns)
  if (name === null) return null
  const entries = [...columns].filter(([key]) => key !== name && !cells.has(plain(key)))
  const size = entries.find(([key]) => countNames.has(plain(key)))
  const measures = entries.filter(([key, values]) => key !== size?.[0] && values.some((value) => numberOf(value) !== null))
  if (measures.length === 0) return null
  const rows = (columns.get(name) ?? []).map((value, i) => ({
    name: String(value),
    n: classSize(columns, i) ?? numberOf(size?.[1][i]),
    values: measures.map(([, values]) => numberOf(values[i])),
  }))
  return { origin, by: name === '' ? (by ?? 'slice') : name.replaceAll('_', ' '), measures: measures.map(([key]) => key), rows }
}

/** scikit-learn's `classification_report(output_dict=True)`: a row a class; its averages are no classes. */
export function readReport(origin: string, content: unknown): SliceTable | null {
  if (!isRecord(content)) return null
  const classes = Object.entries(content).flatMap(([name, inner]) => (isRecord(inner) && !name.endsWith(' avg') && 'precision' in inner ? [[name, inner] as const] : []))
  if (classes.length === 0) return null
  const measures = [...new Set(classes.flatMap(([, inner]) => Object.keys(inner)))].filter((key) => key !== 'support')
  const rows = classes.map(([name, inner]) => ({ name, n: numberOf(inner['support']), values: measures.map((key) => numberOf(inner[key])) }))
  return { origin, by: 'class', measures, rows }
}

/** In `per_class_metrics.csv` the column `example_count` counts all cases, not those of the class. */
function classSize(columns: Columns, row: number): number | null {
  const [hit, missed] = ['true_positives', 'false_negatives'].map((name) => numberOf(columns.get(name)?.[row]))
  return hit == null || missed == null ? null : hit + missed
}

const nameNames = new Set(['slice', 'segment', 'group', 'class', 'positive_class', 'name', 'label', 'value', 'region', ''])

function nameColumn(columns: Columns): string | null {
  const names = [...columns.keys()]
  return names.find((name) => nameNames.has(plain(name))) ?? names.find((name) => (columns.get(name) ?? []).every((value) => numberOf(value) === null)) ?? null
}
