import type { ReadHint } from '@/demo/world/metricStore'
import type { EpochMs } from '@/domain/time'
import type { Life } from './seriesSource'

/** Instants of the scrapes with from < t ≤ to that a reader will look at. */
export function scrapeTimes(from: EpochMs, to: EpochMs, intervalMs: number, hint: ReadHint | undefined): Float64Array {
  const windows = hint === undefined ? [[from + 1, to] as const] : [...hint.ends].map((end) => [Math.max(from + 1, end - hint.rangeMs), Math.min(to, end)] as const)
  const times: number[] = []
  let next = Number.NEGATIVE_INFINITY
  for (const [first, last] of windows) {
    for (next = Math.max(next, Math.ceil(first / intervalMs) * intervalMs); next <= last; next += intervalMs) times.push(next)
  }
  return Float64Array.from(times)
}

/** The part of ascending times that lies within the lives of a series, which follow one another. */
export function within(times: Float64Array, lives: readonly Life[]): Float64Array {
  const parts = lives.map(([from, to]) => times.subarray(firstFrom(times, from), firstFrom(times, to + 1)))
  const [only, ...others] = parts.filter(({ length }) => length > 0)
  if (only === undefined) return times.subarray(0, 0)
  return others.length === 0 ? only : Float64Array.from([only, ...others].flatMap((part) => [...part]))
}

/** The index of the first time ≥ `from`. */
function firstFrom(times: Float64Array, from: EpochMs): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
