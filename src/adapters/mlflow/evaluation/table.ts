import { readJson } from '@/adapters/jsonText'
import { readCsv } from './csv'

/** A file's columns by name, in its order; all of the same length. */
export type Columns = ReadonlyMap<string, readonly unknown[]>

/** What a JSON or CSV file holds; `undefined`: it is neither. */
export function readContent(path: string, text: string): unknown {
  if (!path.toLowerCase().endsWith('.csv')) return readJson(text)
  const [names = [], ...rows] = readCsv(text)
  return rows.length === 0 ? undefined : { columns: names, data: rows }
}

/**
 * The columns of a table in any of the forms that are logged: `{columns, data}` (mlflow.log_table, pandas'
 * orient="split"), a list of records, lists by name (log_dict of scikit-learn's arrays), or values by name and
 * row label (pandas' default). `null`: it is no table.
 */
export function columnsOf(content: unknown): Columns | null {
  if (Array.isArray(content)) return recordColumns(content)
  if (!isRecord(content)) return null
  if (Array.isArray(content['columns']) && Array.isArray(content['data'])) return splitColumns(content['columns'], content['data'])
  const columns = Object.entries(content).flatMap(([name, value]): [string, readonly unknown[]][] => {
    if (Array.isArray(value)) return [[name, value]]
    return isRecord(value) && Object.values(value).every((inner) => !isRecord(inner)) ? [[name, Object.values(value)]] : []
  })
  return columns.length === 0 ? null : new Map(columns)
}

function recordColumns(rows: readonly unknown[]): Columns | null {
  const records = rows.filter(isRecord)
  if (records.length === 0 || records.length < rows.length) return null
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  return new Map(names.map((name) => [name, records.map((record) => record[name] ?? null)]))
}

function splitColumns(names: readonly unknown[], data: readonly unknown[]): Columns {
  const rows = data.filter(Array.isArray)
  return new Map(names.map((name, index) => [String(name), rows.map((row: readonly unknown[]) => row[index] ?? null)]))
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A finite number, also from CSV's text; `null` for everything else. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'string' && value.trim() !== '') return numberOf(Number(value))
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The column of any of these names, whatever its case and whatever joins its words. */
export function column(columns: Columns, names: readonly string[]): readonly unknown[] | null {
  for (const [name, values] of columns) if (names.includes(plain(name))) return values
  return null
}

/** `True Positive-Rate` → `true_positive_rate`. */
export function plain(name: string): string {
  return name.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')
}
