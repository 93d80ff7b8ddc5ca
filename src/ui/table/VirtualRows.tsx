import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, type RefObject } from 'react'
import { RowGroup, type RowProps } from './RowGroup'

const rowHeight = 41
const detailLine = 21
const headHeight = 36

export interface VirtualRowsProps<Row> {
  rows: readonly Row[]
  rowProps: (row: Row, index: number) => RowProps<Row>
  columnCount: number
  box: RefObject<HTMLElement | null>
  onDrawn: ((first: number, end: number) => void) | undefined
}

/** Only the rows on screen, between two fillers of the height of the rest. The page scrolls, not the table. */
export function VirtualRows<Row>({ rows, rowProps, columnCount, box, onDrawn }: VirtualRowsProps<Row>) {
  const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY + headHeight
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    overscan: 12,
    scrollMargin: top,
    estimateSize: (index) => {
      const row = rows[index]
      if (row === undefined) return rowHeight
      const { detail, detailBox } = rowProps(row, index)
      return rowHeight + (detail == null ? 0 : detailLine * (detailBox?.lines ?? 1))
    },
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowProps(row, index).rowKey
    },
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const end = (items.at(-1)?.index ?? -1) + 1
  useEffect(() => onDrawn?.(first, end), [first, end, onDrawn])
  const before = (items[0]?.start ?? top) - top
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top)
  return (
    <>
      <Filler height={before} columnCount={columnCount} />
      {items.map((item) => {
        const row = rows[item.index]
        if (row === undefined) return null
        return <RowGroup key={item.key} {...rowProps(row, item.index)} measure={virtualizer.measureElement} />
      })}
      <Filler height={after} columnCount={columnCount} />
    </>
  )
}

function Filler({ height, columnCount }: { height: number; columnCount: number }) {
  if (height <= 0) return null
  return (
    <tbody aria-hidden>
      <tr>
        {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- room, not content */}
        <td colSpan={columnCount} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  )
}
