import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react'
import { useSize } from '@/ui/layout/size'
import type { Column, Sort } from './column'
import { detailBox, fitColumns } from './column'
import styles from './DataTable.module.css'
import { rowKeys } from './rowKeys'
import { RowGroup, type RowProps } from './RowGroup'
import { TableHead } from './TableHead'

/** Loaded with the first long table. */
const VirtualRows = lazy(async () => ({ default: (await import('./VirtualRows')).VirtualRows }))

const controlWidth = 40

export interface DataTableProps<Row> {
  /** The table's name: `Models`, `Versions`. */
  name: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** How a row is called in `Select …` and `Details of …`. */
  rowName: (row: Row) => string
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  /** Keys of the chosen rows; with `onSelection` each row gets a checkbox. */
  selection?: ReadonlySet<string>
  onSelection?: (keys: ReadonlySet<string>) => void
  /** Enter on a row, and a click on what is not a control of its own. */
  onOpen?: (row: Row) => void
  /** A second line under the row, as wide as the table: the reason of a status. `null` for none. */
  detail?: (row: Row) => ReactNode
  /** An edge of this colour marks the row. */
  tone?: (row: Row) => 'failing' | 'at-risk' | null
  /** Drawn in place of rows when there are none. */
  empty?: ReactNode
  /** From so many rows on, only what is on screen is drawn. */
  virtualFrom?: number
  /** Where the header sticks: below the shell, or at the top of a scrolling parent such as a dialog. */
  sticky?: 'page' | 'container'
  /** The rows of the whole list, where `rows` is only what was loaded so far. */
  totalRows?: number
  /** Told which rows are drawn whenever that changes: the half-open range [first, end) of `rows`. */
  onDrawn?: (first: number, end: number) => void
}

/** A table of rows: sorting, selection, arrow keys, columns that give way, and only the rows on screen. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { name, columns, rows, rowKey, rowName, selection, onSelection, empty, virtualFrom = 100, sticky = 'page' } = props
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box)
  const selectable = onSelection !== undefined
  const room = width === 0 ? 0 : width - (selectable ? controlWidth : 0)
  // The button that shows what was dropped needs room itself.
  const all = fitColumns(columns, room)
  const { shown, hidden } = all.hidden.length === 0 ? all : fitColumns(columns, Math.max(1, room - controlWidth))
  const place = detailBox(shown, width, selectable ? controlWidth : 0)
  const chosen = selection ?? new Set<string>()

  const rowProps = (row: Row, index: number): RowProps<Row> => ({
    row,
    index,
    rowKey: rowKey(row),
    name: rowName(row),
    shown,
    hidden,
    selected: selectable ? chosen.has(rowKey(row)) : null,
    onSelect: (on) => {
      const next = new Set(chosen)
      if (on) next.add(rowKey(row))
      else next.delete(rowKey(row))
      onSelection?.(next)
    },
    onOpen: props.onOpen,
    detail: props.detail?.(row) ?? null,
    detailBox: place,
    tone: props.tone?.(row) ?? null,
  })
  const { onDrawn } = props
  const virtual = rows.length >= virtualFrom
  useEffect(() => {
    if (!virtual) onDrawn?.(0, rows.length)
  }, [virtual, rows.length, onDrawn])
  const keyAt = (index: number) => {
    const row = rows[index]
    return row === undefined ? String(index) : rowKey(row)
  }
  const detailLinesAt = (index: number) => {
    const row = rows[index]
    return row === undefined || props.detail?.(row) == null ? 0 : (place?.lines ?? 1)
  }
  const drawRow = (index: number, measure: (element: HTMLElement | null) => void) => {
    const row = rows[index]
    return row === undefined ? null : <RowGroup {...rowProps(row, index)} measure={measure} />
  }
  const columnCount = shown.length + (selectable ? 1 : 0) + (hidden.length > 0 ? 1 : 0)

  return (
    <div ref={box} className={styles['box']} data-sticky={sticky}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys between its rows */}
      <table className={styles['table']} aria-label={name} aria-rowcount={(props.totalRows ?? rows.length) + 1} onKeyDown={rowKeys}>
        <TableHead
          columns={shown}
          sort={props.sort ?? null}
          onSort={props.onSort}
          expandable={hidden.length > 0}
          selected={selectable ? rows.filter((row) => chosen.has(rowKey(row))).length : null}
          total={rows.length}
          onSelectAll={(on) => onSelection?.(new Set(on ? rows.map(rowKey) : []))}
        />
        {rows.length === 0 && empty !== undefined && (
          <tbody>
            <tr>
              <td colSpan={columnCount} className={styles['empty']}>
                {empty}
              </td>
            </tr>
          </tbody>
        )}
        {!virtual ? (
          rows.map((row, index) => <RowGroup key={rowKey(row)} {...rowProps(row, index)} />)
        ) : (
          <Suspense fallback={null}>
            <VirtualRows
              count={rows.length}
              rowAt={(index) => rows[index]}
              keyAt={keyAt}
              detailLinesAt={detailLinesAt}
              draw={drawRow}
              drawnBy={rowProps}
              columnCount={columnCount}
              box={box}
              onDrawn={onDrawn}
            />
          </Suspense>
        )}
      </table>
    </div>
  )
}
