import { IconChevronDown } from '@tabler/icons-react'
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { IconButton } from '@/ui/controls/IconButton'
import { Facts } from '@/ui/layout/Facts'
import type { Column, DetailBox } from './column'
import styles from './DataTable.module.css'
import { SelectBox } from './SelectBox'

export interface RowProps<Row> {
  row: Row
  index: number
  rowKey: string
  name: string
  shown: readonly Column<Row>[]
  /** Columns without room: one tap away. */
  hidden: readonly Column<Row>[]
  /** `null`: rows cannot be chosen. */
  selected: boolean | null
  onSelect: (on: boolean) => void
  onOpen: ((row: Row) => void) | undefined
  detail: ReactNode
  /** `null`: not measured. */
  detailBox: DetailBox | null
  tone: 'failing' | 'at-risk' | null
}

export interface RowGroupProps<Row> extends RowProps<Row> {
  measure?: (element: HTMLElement | null) => void
}

const controls = 'a, button, input, select, textarea, label, [role="tooltip"]'

/** One row, and below it on request what had no room. Its own tbody, so that both are measured as one. */
export function RowGroup<Row>(props: RowGroupProps<Row>) {
  const { row, index, name, shown, hidden, selected, onSelect, onOpen, detail, detailBox, tone, measure } = props
  const [expanded, setExpanded] = useState(false)
  const open = expanded && hidden.length > 0

  const onClick = (event: MouseEvent<HTMLTableRowElement>) => {
    if (event.target instanceof Element && event.target.closest(controls) !== null) return
    if (window.getSelection()?.type === 'Range') return
    onOpen?.(row)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter') onOpen?.(row)
    if (event.key === ' ' && selected !== null) {
      event.preventDefault()
      onSelect(!selected)
    }
  }

  return (
    <tbody ref={measure} data-index={index} className={styles['group']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the row repeats its own link */}
      <tr
        data-row
        data-tone={tone ?? undefined}
        data-selected={selected === true || undefined}
        data-openable={onOpen !== undefined || undefined}
        data-detail={detail == null ? undefined : (detailBox?.lines ?? 1)}
        data-narrow={hidden.length > 0 || undefined}
        aria-rowindex={index + 2}
        tabIndex={index === 0 ? 0 : -1}
        className={styles['row']}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        {selected !== null && (
          <td className={styles['control']}>
            <SelectBox label={`Select ${name}`} checked={selected} onChange={onSelect} />
          </td>
        )}
        {shown.map((column) => {
          const Cell = column.rowHeader === true ? 'th' : 'td'
          return (
            <Cell
              key={column.id}
              scope={column.rowHeader === true ? 'row' : undefined}
              className={styles['cell']}
              data-numeric={column.numeric}
            >
              {column.cell(row)}
              {column.rowHeader === true && detail != null && (
                <div className={styles['detail']} style={detailBox === null ? undefined : { left: detailBox.left, maxWidth: detailBox.width }}>
                  {detail}
                </div>
              )}
            </Cell>
          )
        })}
        {hidden.length > 0 && (
          <td className={styles['control']}>
            <IconButton
              label={`Details of ${name}`}
              aria-expanded={open}
              data-open={open}
              className={styles['more']}
              onClick={() => setExpanded(!expanded)}
              icon={<IconChevronDown size={16} aria-hidden />}
            />
          </td>
        )}
      </tr>
      {open && (
        <tr>
          <td colSpan={shown.length + 1 + (selected === null ? 0 : 1)} className={styles['rest']}>
            <Facts
              facts={hidden.map((column) => ({
                name: column.unit === undefined ? column.header : `${column.header} ${column.unit}`,
                value: column.cell(row),
              }))}
            />
          </td>
        </tr>
      )}
    </tbody>
  )
}
