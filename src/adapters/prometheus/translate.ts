import type { Labels } from './matching'
import type { QueryData } from './wire'

/** One row of an answer on a grid of instants: one for an instant question, one a step for a range. */
export interface Row {
  labels: Labels
  /** `null` is a gap: absent, NaN or infinite. */
  values: (number | null)[]
}

/** The instants that values are wanted for: `count` of them, `stepMs` apart. */
export interface Grid {
  from: number
  stepMs: number
  count: number
}

/** An answer in rows, and what in it could not be read, in words. */
export interface Rows {
  rows: Row[]
  notes: string[]
}

/**
 * A sample's value: `null` for NaN and infinities, which say that there is nothing to say; `undefined` for
 * what is no number at all. https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats
 */
export function parseValue(text: unknown): number | null | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') return undefined
  if (/^(?:NaN|[+-]?Inf(?:inity)?)$/i.test(String(text))) return null
  const value = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Puts an answer on the grid, scaled. Matrices omit absent steps, so the gaps are made here. */
export function toRows(data: QueryData, grid: Grid, scale: number): Rows {
  const problems = new Map<string, number>()
  const count = (problem: string) => problems.set(problem, (problems.get(problem) ?? 0) + 1)

  const rows = listRows(data).map(({ labels, samples, histogram }): Row => {
    if (histogram) count('native histograms came where numbers were expected')
    const values = Array.from<number | null>({ length: grid.count }).fill(null)
    for (const [seconds, text] of samples) {
      const value = parseValue(text)
      if (value === undefined) count('values could not be read as numbers')
      // Engines round instants (VictoriaMetrics to the second); the nearest step is the one meant.
      const index = grid.count === 1 ? 0 : Math.round((seconds * 1000 - grid.from) / grid.stepMs)
      if (index >= 0 && index < grid.count) values[index] = value == null ? null : value * scale
    }
    return { labels, values }
  })
  return { rows, notes: [...problems].map(([problem, times]) => `${times} ${problem}.`) }
}

type RawSample = readonly [number, unknown]

interface RawRow {
  labels: Labels
  samples: readonly RawSample[]
  histogram: boolean
}

function listRows(data: QueryData): RawRow[] {
  switch (data.resultType) {
    case 'vector':
      return (data.result ?? []).map(({ metric, value, histogram }) => ({
        labels: metric,
        samples: value ? [value] : [],
        histogram: histogram !== undefined,
      }))
    case 'matrix':
      return (data.result ?? []).map(({ metric, values, histograms }) => ({
        labels: metric,
        samples: values ?? [],
        histogram: histograms !== undefined,
      }))
    default:
      return [{ labels: {}, samples: [data.result], histogram: false }]
  }
}
