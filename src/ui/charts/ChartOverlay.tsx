import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { EpochMs } from '@/domain/time'
import { useTimeZone } from '@/ui/timeZone'
import { ChartTooltip } from './ChartTooltip'
import { type Cursor, useCursorAt } from './cursor'
import { margin, nearestRow, timeAt, xOf, type Plot } from './geometry'
import { MarkerLabels } from './MarkerLabels'
import type { PreparedChart } from './prepare'
import { readOut } from './readOut'
import styles from './TimeChart.module.css'

/** Shorter drags are clicks with an unsteady hand. */
const leastDragPx = 8

export interface ChartOverlayProps {
  /** Unique on the page. */
  id: string
  measure: string
  chart: PreparedChart
  plot: Plot
  cursor: Cursor
  onZoom: ((from: EpochMs, to: EpochMs) => void) | undefined
}

/** What moves over the chart: cursor, read-out, chosen range. By pointer, and as a slider by keyboard. */
export function ChartOverlay({ id, measure, chart, plot, cursor, onZoom }: ChartOverlayProps) {
  const at = useCursorAt(cursor)
  const [zone] = useTimeZone()
  const [chosen, setChosen] = useState<readonly [EpochMs, EpochMs] | null>(null)
  const { rows } = chart
  const index = at === null ? -1 : nearestRow(rows, at.at)
  const row = rows[index]
  const mine = at?.chart === id

  const place = (event: PointerEvent<HTMLElement>) => timeAt(plot, event.clientX - event.currentTarget.getBoundingClientRect().left)
  const zoom = (range: readonly [EpochMs, EpochMs] | null) => {
    setChosen(null)
    if (range === null || range[0] === range[1]) return
    onZoom?.(Math.min(...range), Math.max(...range))
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const here = rows[nearestRow(rows, place(event))]
    if (here !== undefined) cursor.set({ at: here.at, chart: id })
    if (chosen !== null && event.buttons === 1) setChosen([chosen[0], place(event)])
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    onPointerMove(event)
    if (onZoom === undefined || event.button !== 0 || event.pointerType === 'touch') return
    event.currentTarget.setPointerCapture?.(event.pointerId)
    setChosen([place(event), place(event)])
  }
  const onPointerUp = () => {
    if (chosen === null) return
    zoom(Math.abs(xOf(plot, chosen[1]) - xOf(plot, chosen[0])) >= leastDragPx ? chosen : null)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && (at !== null || chosen !== null)) {
      event.stopPropagation()
      setChosen(null)
      cursor.set(null)
    }
    if (event.key === 'Enter') zoom(chosen)
    const last = rows.length - 1
    const start = index < 0 ? last : index
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: 10, PageDown: -10, Home: -last, End: last }
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = rows[Math.max(0, Math.min(last, index < 0 && Math.abs(step) === 1 ? last : start + step))]
    if (next === undefined) return
    cursor.set({ at: next.at, chart: id })
    if (onZoom !== undefined) setChosen(event.shiftKey ? [chosen?.[0] ?? rows[start]?.at ?? next.at, next.at] : null)
  }

  const range = chosen === null ? null : { left: Math.min(...chosen), right: Math.max(...chosen) }
  return (
    <>
      <MarkerLabels chart={chart} plot={plot} />
      {onZoom !== undefined && (
        <span id={`${id}-keys`} className="sr-only">
          Shift with the arrows chooses a range, Enter zooms to it.
        </span>
      )}
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${measure}: point in time`}
        aria-describedby={onZoom === undefined ? undefined : `${id}-keys`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, rows.length - 1)}
        aria-valuenow={index < 0 ? Math.max(0, rows.length - 1) : index}
        aria-valuetext={readOut(chart, row ?? rows.at(-1), range, zone)}
        className={styles['overlay']}
        data-zoomable={onZoom !== undefined || undefined}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerDown}
        onPointerUp={onPointerUp}
        onPointerCancel={() => setChosen(null)}
        onPointerLeave={() => chosen === null && cursor.set(null)}
        onBlur={() => mine && cursor.set(null)}
        onKeyDown={onKeyDown}
      >
        {range !== null && (
          <div
            className={styles['range']}
            style={{
              left: xOf(plot, range.left),
              width: xOf(plot, range.right) - xOf(plot, range.left),
              top: margin.top,
              bottom: margin.bottom,
            }}
          />
        )}
        {row !== undefined && <ChartTooltip chart={chart} plot={plot} row={row} full={mine} />}
      </div>
    </>
  )
}
