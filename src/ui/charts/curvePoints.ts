import { reduceSamples } from '@/domain/samples'
import type { MetricPoint } from '@/domain/run'
import { fixed, significant } from '@/ui/format/numbers'
import { margin } from './geometry'
import { extent, niceStep, valueAxis } from './valueAxis'

/** A point of a training curve in its place. */
export interface PlacedCurvePoint {
  x: number
  /** `null`: not a number. */
  y: number | null
  /** `step 12: 0.431`. */
  words: string
}

export interface PlacedCurve {
  points: readonly PlacedCurvePoint[]
  path: string
  /** Values without a neighbour to be joined with. */
  lonely: readonly PlacedCurvePoint[]
  xTicks: readonly { x: number; text: string }[]
  yTicks: readonly { y: number; text: string }[]
  /** `step`; `logged` where all points have the same step and only their order tells them apart. */
  axis: 'step' | 'logged'
}

const pxPerTick = 56

/** Puts a metric's history side by side, by step. Points that are no numbers stay gaps. */
export function placeCurve(history: readonly MetricPoint[], width: number, height: number): PlacedCurve {
  const axis = new Set(history.map(({ step }) => step)).size > 1 ? 'step' : 'logged'
  const all = history.map(({ step, value }, i) => [axis === 'step' ? step : i + 1, value] as const)
  const shown = reduceSamples(all)
  const [first, last] = [all[0]?.[0] ?? 0, all.at(-1)?.[0] ?? 0]
  const y = valueAxis('score', extent(all.map(([, value]) => value)))
  const [right, bottom] = [width - margin.right, height - margin.bottom]
  const xOf = (step: number) => margin.left + ((step - first) / Math.max(1, last - first)) * (right - margin.left)
  const yOf = (value: number) => margin.top + ((y.max - value) / (y.max - y.min)) * (bottom - margin.top)

  const points = shown.map(([step, value]): PlacedCurvePoint => ({
    x: xOf(step),
    y: value === null ? null : yOf(value),
    words: `${axis === 'step' ? 'step' : 'value'} ${fixed(step, 0)}: ${value === null ? 'not a number' : significant(value, 4)}`,
  }))
  const isKnown = (i: number) => points[i]?.y != null
  const step = Math.max(1, niceStep(Math.max(1, last - first) / Math.max(2, Math.floor((right - margin.left) / pxPerTick))))
  const ticks = Array.from({ length: Math.floor(last / step) - Math.ceil(first / step) + 1 }, (_, i) => (Math.ceil(first / step) + i) * step)
  return {
    axis,
    points,
    path: points.map((point, i) => (point.y === null ? '' : `${isKnown(i - 1) ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)).join(''),
    lonely: points.filter((point, i) => point.y !== null && !isKnown(i - 1) && !isKnown(i + 1)),
    xTicks: ticks.map((tick) => ({ x: xOf(tick), text: fixed(tick, 0) })),
    yTicks: y.ticks.map((tick) => ({ y: yOf(tick), text: y.label(tick) })),
  }
}
