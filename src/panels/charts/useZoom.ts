import { useLocation } from 'react-router'
import { formatRange, minuteMs, parseRange, type EpochMs, type TimeRange } from '@/domain/time'
import { useTimeRange, writeRange } from '@/panels/timeControls'
import { useAddressParams } from '@/ui/addressParams'
import { useClock } from '@/ui/clock'
import { useTimeZone } from '@/ui/timeZone'
import { rangeText } from './rangeText'

/** Nothing is measured more finely than this. */
const leastRangeMs = 2 * minuteMs

export interface Zoom {
  /** Shows this range on every chart of the page; it goes into the address. */
  zoom: (from: EpochMs, to: EpochMs) => void
  /** The range before the zoom; `null`: not zoomed. */
  back: { label: string; go: () => void } | null
}

/**
 * Zooming by dragging over a chart, and the way back. The ranges that were left are kept with the history
 * entry, so they survive a reload; a shared link, which has none, leads back to 24 h.
 */
export function useZoom(): Zoom {
  const [range] = useTimeRange()
  const [, change] = useAddressParams()
  const location = useLocation()
  const clock = useClock()
  const [zone] = useTimeZone()
  const left = rangesLeft(location.state)

  const show = (next: TimeRange, zoomedFrom: readonly string[]) =>
    change((after) => writeRange(after, next), { step: true, state: { zoomedFrom } })
  const previous = readRange(left.at(-1) ?? '')
  return {
    zoom: (from, to) => show(atLeast(from, to), [...left, rangeKey(range)]),
    back:
      range.kind === 'relative'
        ? null
        : { label: `Back to ${rangeText(previous, clock.now(), zone)}`, go: () => show(previous, left.slice(0, -1)) },
  }
}

function atLeast(from: EpochMs, to: EpochMs): TimeRange {
  const short = Math.max(0, leastRangeMs - (to - from)) / 2
  return { kind: 'absolute', from: Math.round(from - short), to: Math.round(to + short) }
}

function rangeKey(range: TimeRange): string {
  return new URLSearchParams(formatRange(range)).toString()
}

function readRange(text: string): TimeRange {
  return parseRange(Object.fromEntries(new URLSearchParams(text)))
}

function rangesLeft(state: unknown): readonly string[] {
  if (typeof state !== 'object' || state === null || !('zoomedFrom' in state)) return []
  const { zoomedFrom } = state
  return Array.isArray(zoomedFrom) ? zoomedFrom.filter((text) => typeof text === 'string') : []
}
