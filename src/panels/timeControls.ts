import {
  formatRange,
  parseRange,
  parseRefresh,
  refreshMs,
  type RefreshChoice,
  type TimeRange,
} from '@/domain/time'
import { useAddressParams } from '@/ui/addressParams'

/** The time range of the address, shared by every chart of a page. */
export function useTimeRange(): [TimeRange, (range: TimeRange) => void] {
  const [params, change] = useAddressParams()
  const read = (name: string) => params.get(name)
  const range = parseRange({ range: read('range'), from: read('from'), to: read('to') })
  const setRange = (next: TimeRange) =>
    change((after) => writeRange(after, next), { step: true })
  return [range, setRange]
}

/** Puts a range into the address in place of the one that it holds. */
export function writeRange(after: URLSearchParams, range: TimeRange): void {
  for (const name of ['range', 'from', 'to']) after.delete(name)
  for (const [name, value] of Object.entries(formatRange(range))) after.set(name, value)
}

/** How often live figures are asked again. */
export function useRefresh(): [RefreshChoice, (choice: RefreshChoice) => void] {
  const [params, change] = useAddressParams()
  const choice = parseRefresh(params.get('refresh'))
  return [choice, (next) => change((after) => after.set('refresh', next))]
}

/** `refetchInterval` for live queries: milliseconds, or `false` when refreshing is off. */
export function useRefetchInterval(): number | false {
  return refreshMs[useRefresh()[0]] ?? false
}

/**
 * `refetchInterval` for what moves too slowly to be asked at every refresh: `leastMs` apart, but at the page's
 * pace while it fails.
 */
export function noOftenerThan(leastMs: number, interval: number | false) {
  return ({ state }: { state: { error: unknown } }) => (interval === false || state.error !== null ? interval : Math.max(interval, leastMs))
}

/**
 * `refetchInterval` for what does not move: asked again only while it fails, so that a source that comes
 * back is noticed without anybody pressing anything.
 */
export function whileFailing(interval: number | false) {
  return ({ state }: { state: { error: unknown } }) => (state.error === null ? false : interval)
}
