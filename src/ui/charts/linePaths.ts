import type { ChartRow } from './chartRows'
import { xOf, yOf, type Plot } from './geometry'
import type { PreparedChart } from './prepare'

/** One line in px: path data, each empty where there is nothing to draw. */
export interface LinePath {
  /** Strokes, broken at gaps. */
  stroke: string
  /** What is filled below a stacked line. */
  area: string
  /** Between the low and high of its interval. */
  band: string
  /** Values between two gaps have no line to be seen by. */
  dots: readonly { x: number; y: number }[]
}

interface Point {
  x: number
  /** Of the value. */
  top: number
  /** Of what it stands on. */
  ground: number
}

/** The path of each line of a chart, in the chart's order. Stacked, today's lines stand on each other in that order. */
export function linePaths({ lines, rows, axis, stacked }: Pick<PreparedChart, 'lines' | 'rows' | 'axis' | 'stacked'>, plot: Plot): readonly LinePath[] {
  const xs = rows.map(({ at }) => xOf(plot, at))
  const y = (value: number) => yOf(plot, value, axis.min, axis.max)
  const heights = rows.map(() => 0)
  return lines.map((line, i) => {
    const piled = stacked && !line.before
    const values = runs(rows, (row, r): Point | null => {
      const value = row.values[i] ?? null
      if (value === null) return null
      const ground = piled ? (heights[r] ?? 0) : 0
      if (piled) heights[r] = ground + value
      return { x: xs[r] ?? 0, top: y(ground + value), ground: y(ground) }
    })
    const bands = runs(rows, (row, r): Point | null => {
      const band = row.bands[i]
      return band ? { x: xs[r] ?? 0, top: y(band[1]), ground: y(band[0]) } : null
    })
    const drawn = values.filter(({ length }) => length > 1)
    return {
      stroke: drawn.map(stroke).join(''),
      area: piled ? drawn.map(outline).join('') : '',
      band: bands.map(outline).join(''),
      dots: values.flatMap(([only, next]) => (only !== undefined && next === undefined ? [{ x: only.x, y: only.top }] : [])),
    }
  })
}

/** The points between gaps. */
function runs(rows: readonly ChartRow[], pointOf: (row: ChartRow, index: number) => Point | null): readonly (readonly Point[])[] {
  const found: Point[][] = []
  let open: Point[] | null = null
  rows.forEach((row, index) => {
    const point = pointOf(row, index)
    if (point === null) open = null
    else if (open === null) found.push((open = [point]))
    else open.push(point)
  })
  return found
}

// A tenth of a pixel is finer than any screen.
const px = (value: number) => Math.round(value * 10) / 10

function stroke(points: readonly Point[]): string {
  return points.map(({ x, top }, i) => `${i === 0 ? 'M' : 'L'}${px(x)},${px(top)}`).join('')
}

function outline(points: readonly Point[]): string {
  return `${stroke(points)}${points.toReversed().map(({ x, ground }) => `L${px(x)},${px(ground)}`).join('')}Z`
}
