import type { Sample, Series } from './series'
import type { EpochMs } from './time'

/** The newest sample that has a value, with its time, so that a reader sees its age. `null`: only gaps. */
export function lastSample(samples: readonly Sample[]): { at: EpochMs; value: number } | null {
  for (const [at, value] of samples.toReversed()) {
    if (value !== null) return { at, value }
  }
  return null
}

/** What a legend says of a line. Gaps count for nothing. */
export interface SampleStats {
  min: number
  max: number
  mean: number
  /** Samples that have a value. */
  count: number
}

/** `null`: only gaps. */
export function sampleStats(samples: readonly Sample[]): SampleStats | null {
  const stats = { min: Infinity, max: -Infinity, sum: 0, count: 0 }
  for (const [, value] of samples) {
    if (value === null) continue
    stats.min = Math.min(stats.min, value)
    stats.max = Math.max(stats.max, value)
    stats.sum += value
    stats.count += 1
  }
  const { min, max, sum, count } = stats
  return count === 0 ? null : { min, max, mean: sum / count, count }
}

/** The means of the earlier and the later half of the time shown, and their difference. `null`: a half has no value. */
export function changeBetweenHalves(
  samples: readonly Sample[],
): { before: number; after: number; difference: number } | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) return null
  const middle = (first[0] + last[0]) / 2
  const before = sampleStats(samples.filter(([at]) => at < middle))
  const after = sampleStats(samples.filter(([at]) => at >= middle))
  if (before === null || after === null) return null
  return { before: before.mean, after: after.mean, difference: after.mean - before.mean }
}

/** Moves samples in time, e.g. to lay the previous period under this one. */
export function shiftSamples(samples: readonly Sample[], byMs: number): readonly Sample[] {
  return samples.map(([at, value]): Sample => [at + byMs, value])
}

/**
 * Since when a condition has held without a break, e.g. the start of an incident; gaps break nothing.
 * `null`: the newest value does not meet it.
 */
export function heldSince(samples: readonly Sample[], holds: (value: number) => boolean): EpochMs | null {
  let since: EpochMs | null = null
  for (const [at, value] of samples.toReversed()) {
    if (value === null) continue
    if (!holds(value)) break
    since = at
  }
  return since
}

/**
 * At most `maxPoints` (5 or more) samples that look the same: of each bucket the lowest, the highest and the first gap
 * stay, at their own times, and so do both ends. Averages would hide the spike that someone looks for.
 */
export function reduceSamples(samples: readonly Sample[], maxPoints = 500): readonly Sample[] {
  if (samples.length <= maxPoints) return samples
  const last = samples.length - 1
  const kept = new Set<number>([0, last])
  const buckets = Math.max(1, Math.floor((maxPoints - 2) / 3))
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const end = Math.floor(((bucket + 1) * samples.length) / buckets)
    let [low, high, gap]: (number | null)[] = [null, null, null]
    for (let i = Math.floor((bucket * samples.length) / buckets); i < end; i += 1) {
      const value = samples[i]?.[1] ?? null
      if (value === null) gap ??= i
      else {
        if (low == null || value < (samples[low]?.[1] ?? Infinity)) low = i
        if (high == null || value > (samples[high]?.[1] ?? -Infinity)) high = i
      }
    }
    for (const i of [low, high, gap]) if (i != null) kept.add(i)
  }
  return samples.filter((_, i) => kept.has(i))
}

/** All series at one time: `values[i]` belongs to the i-th series; `null` where it has no sample. */
export interface SampleRow {
  at: EpochMs
  values: readonly (number | null)[]
}

/** Lines several series up by time, for a table or a chart with one x axis. */
export function mergeSeries(series: readonly Pick<Series, 'samples'>[]): readonly SampleRow[] {
  const rows = new Map<EpochMs, (number | null)[]>()
  for (const [i, { samples }] of series.entries()) {
    for (const [at, value] of samples) {
      const values = rows.get(at) ?? Array.from<number | null>({ length: series.length }).fill(null)
      values[i] = value
      rows.set(at, values)
    }
  }
  return [...rows].map(([at, values]) => ({ at, values })).toSorted((a, b) => a.at - b.at)
}
