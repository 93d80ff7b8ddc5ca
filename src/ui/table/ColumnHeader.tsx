import type { Column, Sort } from './column'
import styles from './DataTable.module.css'

export interface ColumnHeaderProps<Row> {
  column: Column<Row>
  /** The table's sort, when it is by this column. */
  sort: Sort | null
  /** `undefined`: not sortable. */
  onPress: (() => void) | undefined
}

/** One header cell; a button where the column sorts. */
export function ColumnHeader<Row>({ column, sort, onPress }: ColumnHeaderProps<Row>) {
  const words = (
    <>
      {column.header}
      {column.unit !== undefined && <span className={styles['unit']}> {column.unit}</span>}
      {column.hint !== undefined && <span className="sr-only">. {column.hint}</span>}
    </>
  )
  return (
    <th
      scope="col"
      className={styles['header']}
      data-numeric={column.numeric}
      title={column.hint}
      aria-sort={sort === null ? undefined : sort.descending ? 'descending' : 'ascending'}
    >
      {onPress === undefined ? (
        words
      ) : (
        <button type="button" className={styles['sort']} onClick={onPress}>
          {words}
          <span aria-hidden className={styles['arrow']}>
            {sort === null ? '' : sort.descending ? '↓' : '↑'}
          </span>
        </button>
      )}
    </th>
  )
}
