import type { ReactNode } from 'react'

/** One column of a DataTable. */
export interface Column<Row> {
  id: string
  /** The word in the header. */
  header: string
  /** Lighter, after the word: `ms`, `/s`. */
  unit?: string
  /** What the column means: on hover, and read with the header. */
  hint?: string
  cell: (row: Row) => ReactNode
  /** Right-aligned, tabular figures. */
  numeric?: boolean
  /** Sortable under this key. */
  sortKey?: string
  /** First press sorts downwards: for figures where more is more interesting. */
  sortDescendingFirst?: boolean
  /** Room it needs in px; exactly this unless it grows. */
  width: number
  /** Shares what is left over with the others that grow. */
  grow?: boolean
  /** 1 is always there; where there is no room, the highest numbers go first. */
  priority?: 1 | 2 | 3 | 4 | 5
  /** The cell that names the row: a row header. Exactly one column. */
  rowHeader?: boolean
}

/** Where the line under a row goes, in px: from the left edge of the cell that names the row. */
export interface DetailBox {
  left: number
  width: number
  /** Narrow tables break it once. */
  lines: 1 | 2
}

/** The room for the line under a row: from the name to the end of the table, or the whole of a narrow one. */
export function detailBox<Row>(shown: readonly Column<Row>[], tableWidth: number, controlWidth: number): DetailBox | null {
  if (tableWidth === 0) return null
  const name = shown.findIndex((column) => column.rowHeader === true)
  const before = shown.slice(0, Math.max(0, name)).reduce((sum, column) => sum + column.width, controlWidth)
  const padding = 8
  if (tableWidth < 640) return { left: 2 * padding - before, width: tableWidth - 4 * padding, lines: 2 }
  return { left: padding, width: tableWidth - before - 2 * padding, lines: 1 }
}

/** How a table is sorted; the address holds it as `sort=-updated`. */
export interface Sort {
  key: string
  descending: boolean
}

/** `-updated` → descending by `updated`; empty or `null` → `null`. */
export function parseSort(text: string | null): Sort | null {
  if (text === null || text === '' || text === '-') return null
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false }
}

/** The opposite of parseSort. */
export function sortText(sort: Sort): string {
  return (sort.descending ? '-' : '') + sort.key
}

/** What a press on the header of a column does. */
export function nextSort(column: { sortKey: string; sortDescendingFirst?: boolean }, current: Sort | null): Sort {
  if (current?.key === column.sortKey) return { key: column.sortKey, descending: !current.descending }
  return { key: column.sortKey, descending: column.sortDescendingFirst ?? false }
}

/**
 * Which columns fit into `width`: drops those of the highest priority number first, from the right,
 * until the rest has room. Priority 1 stays whatever happens. A width of 0 (not measured) keeps all.
 */
export function fitColumns<Row>(columns: readonly Column<Row>[], width: number): { shown: Column<Row>[]; hidden: Column<Row>[] } {
  if (width === 0) return { shown: [...columns], hidden: [] }
  const droppable = columns
    .map((column, index) => ({ column, index, priority: column.priority ?? 1 }))
    .filter(({ priority }) => priority > 1)
    .toSorted((a, b) => b.priority - a.priority || b.index - a.index)
  let needed = columns.reduce((sum, column) => sum + column.width, 0)
  const dropped = new Set<Column<Row>>()
  for (const { column } of droppable) {
    if (needed <= width) break
    dropped.add(column)
    needed -= column.width
  }
  return { shown: columns.filter((column) => !dropped.has(column)), hidden: columns.filter((column) => dropped.has(column)) }
}
