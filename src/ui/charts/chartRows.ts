import { mergeSeries, reduceSamples } from '@/domain/samples'
import type { Sample, Series } from '@/domain/series'
import type { EpochMs } from '@/domain/time'
import type { ChartLine } from './chartLines'

/** What the screen shows of a series; more points than pixels cost time and show nothing. */
const maxPoints = 500

/** All lines at one time; `values[i]` and `bands[i]` belong to the i-th line. */
export interface ChartRow {
  at: EpochMs
  values: readonly (number | null)[]
  bands: readonly (readonly [low: number, high: number] | null)[]
}

/** A sample that is missing altogether is a gap like one that is `null`. */
function withGaps(samples: readonly Sample[], stepMs: number): readonly Sample[] {
  return samples.flatMap((sample, i): Sample[] => {
    const next = samples[i + 1]
    return next !== undefined && next[0] - sample[0] > stepMs * 1.5 ? [sample, [sample[0] + stepMs, null]] : [sample]
  })
}

/** The times that are drawn: where one of the lines has an extreme, a gap or an end; `null`: all. */
function keptTimes(all: readonly { samples: readonly Sample[] }[]): ReadonlySet<EpochMs> | null {
  if (all.every(({ samples }) => samples.length <= maxPoints)) return null
  const each = Math.max(60, Math.floor(maxPoints / all.length))
  return new Set(all.flatMap(({ samples }) => reduceSamples(samples, each).map(([at]) => at)))
}

/** Lines the samples up by time, gaps kept, at most about 500 rows. */
export function chartRows(lines: readonly ChartLine[], stepMs: number): readonly ChartRow[] {
  const gapped = (of: Pick<Series, 'samples'> | undefined) => ({ samples: withGaps(of?.samples ?? [], stepMs) })
  const values = lines.map(gapped)
  const kept = keptTimes(values)
  const merged = mergeSeries([...values, ...lines.map(({ low }) => gapped(low)), ...lines.map(({ high }) => gapped(high))])
  const n = lines.length
  return merged
    .filter(({ at }) => kept === null || kept.has(at))
    .map((row): ChartRow => {
      const of = (column: number) => (lines[column % n]?.off === true ? null : (row.values[column] ?? null))
      return {
        at: row.at,
        values: lines.map((_, i) => of(i)),
        bands: lines.map((_, i) => {
          const [low, high] = [of(n + i), of(2 * n + i)]
          return low === null || high === null ? null : [low, high]
        }),
      }
    })
}
