import type { Unit } from '@/domain/signal'
import type { EpochMs } from '@/domain/time'
import type { ChartInput, ChartMarker, ChartSpan, ChartThreshold } from './chartInput'
import { chartLines, type ChartLine } from './chartLines'
import { chartRows, type ChartRow } from './chartRows'
import { extent, valueAxis, type ValueAxis } from './valueAxis'

/** A threshold, and whether it is too far off to be drawn to scale. */
export interface PreparedThreshold extends ChartThreshold {
  beyond: 'above' | 'below' | null
}

/** A chart, decided: what is left is drawing. */
export interface PreparedChart {
  unit: Unit
  from: EpochMs
  to: EpochMs
  lines: readonly ChartLine[]
  rows: readonly ChartRow[]
  axis: ValueAxis
  thresholds: readonly PreparedThreshold[]
  markers: readonly ChartMarker[]
  spans: readonly ChartSpan[]
  stacked: boolean
}

/** A threshold far from all values is named at the edge: drawn to scale it would flatten the lines. */
function isNear(value: number, { min, max }: { min: number; max: number }, unit: Unit): boolean {
  return unit === 'score' ? value >= min - 0.2 && value <= max + 0.2 : value <= max * 5
}

/** Decides lines, gaps, colours, axis and labels. `hidden` holds ids of lines that the legend has off. */
export function prepareChart(
  input: ChartInput,
  places: ReadonlyMap<string, number> = new Map(),
  hidden: ReadonlySet<string> = new Set(),
): PreparedChart {
  const { layers, thresholds = [], markers = [], spans = [], stacked = false } = input
  const { unit = 'count', from = 0, to = 1, stepMs = 0 } = layers[0]?.set ?? {}
  const lines = chartLines(input, places, hidden)
  const rows = chartRows(lines, stepMs)

  const values = stacked
    ? rows.flatMap((row) => [
        row.values.reduce<number>((sum, value, i) => sum + (lines[i]?.before === true ? 0 : (value ?? 0)), 0),
        ...row.values.filter((_, i) => lines[i]?.before === true),
      ])
    : rows.flatMap((row) => [...row.values, ...row.bands.flatMap((band) => band ?? [])])
  const drawn = extent(values)
  const near = thresholds.filter(({ value }) => drawn === null || isNear(value, drawn, unit))
  const axis = valueAxis(unit, extent([...values, ...near.map(({ value }) => value)]))
  return {
    unit,
    from,
    to,
    lines,
    rows,
    axis,
    thresholds: thresholds.map((threshold) => ({
      ...threshold,
      beyond: threshold.value > axis.max ? 'above' : threshold.value < axis.min ? 'below' : null,
    })),
    markers: markers.filter(({ at }) => at >= from && at <= to).toSorted((a, b) => a.at - b.at),
    spans: spans
      .filter((span) => span.to > from && span.from < to)
      .map((span) => ({ ...span, from: Math.max(from, span.from), to: Math.min(to, span.to) })),
    stacked,
  }
}
