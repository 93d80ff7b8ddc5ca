import { nextSort, type Column, type Sort } from './column'
import { ColumnHeader } from './ColumnHeader'
import styles from './DataTable.module.css'
import { SelectBox } from './SelectBox'

export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort | null
  onSort: ((sort: Sort) => void) | undefined
  expandable: boolean
  /** How many are chosen; `null` where rows cannot be chosen. */
  selected: number | null
  total: number
  onSelectAll: (on: boolean) => void
}

/** The header row: sticks below the shell. */
export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, sort, onSort, expandable, selected, total, onSelectAll } = props
  return (
    <>
      <colgroup>
        {selected !== null && <col style={{ width: 40 }} />}
        {columns.map((column) => (
          <col key={column.id} style={column.grow === true ? undefined : { width: column.width }} />
        ))}
        {expandable && <col style={{ width: 40 }} />}
      </colgroup>
      <thead className={styles['head']}>
        <tr aria-rowindex={1}>
          {selected !== null && (
            <th scope="col" className={styles['control']}>
              <SelectBox
                label="Select all"
                checked={total > 0 && selected === total}
                mixed={selected > 0 && selected < total}
                onChange={onSelectAll}
              />
            </th>
          )}
          {columns.map((column) => {
            const { sortKey } = column
            const sortable = sortKey === undefined || onSort === undefined ? undefined : sortKey
            return (
              <ColumnHeader
                key={column.id}
                column={column}
                sort={sortable !== undefined && sort?.key === sortable ? sort : null}
                onPress={
                  sortable === undefined ? undefined : () => onSort?.(nextSort({ ...column, sortKey: sortable }, sort))
                }
              />
            )
          })}
          {expandable && (
            <th scope="col" className={styles['control']}>
              <span className="sr-only">Details</span>
            </th>
          )}
        </tr>
      </thead>
    </>
  )
}
