import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, type ReactNode, type RefObject } from 'react'
import { RowGroup, type RowProps } from './RowGroup'

const rowHeight = 41
const detailLine = 21
const headHeight = 36

type RowPropsOf<Row> = (row: Row, index: number) => RowProps<Row>

export interface VirtualRowsProps<Row> {
  rows: readonly Row[]
  rowProps: RowPropsOf<Row>
  columnCount: number
  box: RefObject<HTMLElement | null>
  onDrawn: ((first: number, end: number) => void) | undefined
}

/** Only the rows on screen, between two fillers of the height of the rest. The page scrolls, not the table. */
export function VirtualRows<Row>({ rows, rowProps, columnCount, box, onDrawn }: VirtualRowsProps<Row>) {
  const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY + headHeight
  // Both keep their identity while the reader scrolls: a new one makes the virtualizer measure all rows again.
  const estimateSize = useCallback(
    (index: number) => {
      const row = rows[index]
      if (row === undefined) return rowHeight
      const { detail, detailBox } = rowProps(row, index)
      return rowHeight + (detail == null ? 0 : detailLine * (detailBox?.lines ?? 1))
    },
    [rows, rowProps],
  )
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index]
      return row === undefined ? index : rowProps(row, index).rowKey
    },
    [rows, rowProps],
  )
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count: rows.length,
    overscan: 12,
    scrollMargin: top,
    estimateSize,
    getItemKey,
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
      {items.map(({ key, index }) => {
        const row = rows[index]
        if (row === undefined) return null
        const draw = (at: number) => <RowGroup {...rowProps(row, at)} measure={virtualizer.measureElement} />
        return <VirtualRow key={key} draw={draw} row={row} index={index} by={rowProps} />
      })}
      <Filler height={after} columnCount={columnCount} />
    </>
  )
}

interface VirtualRowProps {
  draw: (index: number) => ReactNode
  row: unknown
  index: number
  /** What `draw` draws with. */
  by: unknown
}

/** A row that is drawn again only for another row or other props of the table, not on each scroll. */
const VirtualRow = memo(
  function VirtualRow({ draw, index }: VirtualRowProps) {
    return draw(index)
  },
  (a, b) => a.row === b.row && a.index === b.index && a.by === b.by,
)

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
