import { useSearchParams } from 'react-router'
import {
  formatRange,
  parseRange,
  parseRefresh,
  refreshMs,
  type RefreshChoice,
  type TimeRange,
} from '@/domain/time'

/** The time range of the address, shared by every chart of a page. */
export function useTimeRange(): [TimeRange, (range: TimeRange) => void] {
  const [params, setParams] = useSearchParams()
  const read = (name: string) => params.get(name)
  const range = parseRange({ range: read('range'), from: read('from'), to: read('to') })
  const setRange = (next: TimeRange) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      for (const name of ['range', 'from', 'to']) after.delete(name)
      for (const [name, value] of Object.entries(formatRange(next))) after.set(name, value)
      return after
    })
  return [range, setRange]
}

/** How often live figures are asked again. */
export function useRefresh(): [RefreshChoice, (choice: RefreshChoice) => void] {
  const [params, setParams] = useSearchParams()
  const choice = parseRefresh(params.get('refresh'))
  const setChoice = (next: RefreshChoice) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.set('refresh', next)
        return after
      },
      { replace: true },
    )
  return [choice, setChoice]
}

/** `refetchInterval` for live queries: milliseconds, or `false` when refreshing is off. */
export function useRefetchInterval(): number | false {
  return refreshMs[useRefresh()[0]] ?? false
}

/**
 * `refetchInterval` for what does not move: asked again only while it fails, so that a source that comes
 * back is noticed without anybody pressing anything.
 */
export function whileFailing(interval: number | false) {
  return ({ state }: { state: { error: unknown } }) => (state.error === null ? false : interval)
}
