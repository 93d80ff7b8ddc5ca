import type { EpochMs } from '@/domain/time'

/** Room around the plot, in px. All charts have the same, so that charts under each other line up. */
export const margin = { left: 52, right: 16, top: 22, bottom: 24 } as const

/** The plot in px and what it spans: recharts draws with the same numbers. */
export interface Plot {
  width: number
  height: number
  from: EpochMs
  to: EpochMs
}

const inner = ({ width }: Plot) => Math.max(1, width - margin.left - margin.right)

/** Moment → px from the left edge of the chart. */
export function xOf(plot: Plot, at: EpochMs): number {
  return margin.left + ((at - plot.from) / Math.max(1, plot.to - plot.from)) * inner(plot)
}

/** px from the left edge of the chart → moment, within the range. */
export function timeAt(plot: Plot, x: number): EpochMs {
  const share = Math.max(0, Math.min(1, (x - margin.left) / inner(plot)))
  return plot.from + share * (plot.to - plot.from)
}

/** Value → px from the top of the chart. */
export function yOf(plot: Plot, value: number, min: number, max: number): number {
  const height = plot.height - margin.top - margin.bottom
  return margin.top + (1 - (value - min) / Math.max(Number.EPSILON, max - min)) * height
}

/** The index of the row nearest to a moment; -1 where there is none. Rows ascend. */
export function nearestRow(rows: readonly { at: EpochMs }[], at: EpochMs): number {
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((rows[middle]?.at ?? 0) < at) low = middle + 1
    else high = middle
  }
  const before = rows[low - 1]
  const here = rows[low]
  if (here === undefined) return -1
  return before !== undefined && at - before.at < here.at - at ? low - 1 : low
}

/** Which labels have room, given their places in ascending order. The last ones win: they are the newest. */
export function roomForLabels(places: readonly number[], room: number): readonly boolean[] {
  let next = Number.POSITIVE_INFINITY
  return places
    .toReversed()
    .map((place) => {
      const fits = next - place >= room
      if (fits) next = place
      return fits
    })
    .toReversed()
}

/** The height of a limit's name, as the style sheet has it. */
export const limitHeight = 14

/**
 * Where the names of limits begin, in px from the top of the chart, given their lines: above its line, or below where
 * the names of releases or of another limit stand. `null`: there is no room near it, and the legend has it.
 */
export function limitTops(lines: readonly number[], { height }: Pick<Plot, 'height'>): readonly (number | null)[] {
  const tops = lines.map((): number | null => null)
  let free: number = margin.top
  for (const [line, i] of lines.map((line, i) => [line, i] as const).toSorted(([a], [b]) => a - b)) {
    const above = line - limitHeight
    const top = above >= free ? above : Math.max(line, free)
    if (top > line + limitHeight || top + limitHeight > height - margin.bottom + 1) continue
    tops[i] = top
    free = top + limitHeight
  }
  return tops
}
