import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, type ReactNode, type RefObject } from 'react'

const rowHeight = 41
const detailLine = 21
const headHeight = 36

export interface VirtualRowsProps {
  count: number
  /** The row itself, by identity: it is drawn again only when this or `drawnBy` changes. */
  rowAt: (index: number) => unknown
  keyAt: (index: number) => string
  /** Lines of text below the row's own; 0 for none. */
  detailLinesAt: (index: number) => number
  draw: (index: number, measure: (element: HTMLElement | null) => void) => ReactNode
  /** What `draw` draws with. */
  drawnBy: unknown
  columnCount: number
  box: RefObject<HTMLElement | null>
  onDrawn: ((first: number, end: number) => void) | undefined
}

/** Only the rows on screen, between two fillers of the height of the rest. The page scrolls, not the table. */
export function VirtualRows(props: VirtualRowsProps) {
  const { count, rowAt, keyAt, detailLinesAt, draw, drawnBy, columnCount, box, onDrawn } = props
  const top = (box.current?.getBoundingClientRect().top ?? 0) + window.scrollY + headHeight
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component
  const virtualizer = useWindowVirtualizer<HTMLElement>({
    count,
    overscan: 12,
    scrollMargin: top,
    estimateSize: useCallback((index: number) => rowHeight + detailLine * detailLinesAt(index), [detailLinesAt]),
    getItemKey: keyAt,
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
      {items.map(({ key, index }) => (
        <VirtualRow key={key} draw={(at) => draw(at, virtualizer.measureElement)} row={rowAt(index)} index={index} drawnBy={drawnBy} />
      ))}
      <Filler height={after} columnCount={columnCount} />
    </>
  )
}

interface VirtualRowProps {
  draw: (index: number) => ReactNode
  row: unknown
  index: number
  drawnBy: unknown
}

/** A row that is drawn again only for another row or other props of the table, not on each scroll. */
const VirtualRow = memo(
  function VirtualRow({ draw, index }: VirtualRowProps) {
    return draw(index)
  },
  (a, b) => a.row === b.row && a.index === b.index && a.drawnBy === b.drawnBy,
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
