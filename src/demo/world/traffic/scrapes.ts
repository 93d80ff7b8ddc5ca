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

/** The part of ascending times that lies within the lives of a series; the same array where that is all. */
export function within(times: Float64Array, lives: readonly Life[]): Float64Array {
  const first = times[0] ?? 0
  const last = times.at(-1) ?? 0
  if (lives.some(([from, to]) => from <= first && last <= to)) return times
  return times.filter((at) => lives.some(([from, to]) => from <= at && at <= to))
}
