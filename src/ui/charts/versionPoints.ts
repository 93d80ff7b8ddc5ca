import type { KnownMetric } from '@/domain/metric'
import { metricText } from '@/ui/format/numbers'
import { versionLabel } from '@/ui/format/versions'
import type { ChartThreshold } from './chartInput'
import { margin } from './geometry'
import { extent, valueAxis, type ValueAxis } from './valueAxis'

/** What one version scored. */
export interface VersionPoint {
  version: string
  /** `null`: not logged, or not a number. */
  value: number | null
  /** The 95 % interval, where the support is known. */
  interval?: { low: number; high: number } | null
  /** Cases behind the value. */
  samples?: number | null
  /** It serves production now. */
  champion?: boolean
  /** It waits for production. */
  challenger?: boolean
  /** How it was logged: `test_f1 · test data`. */
  logged?: string | null
  /** It was promoted at some time: in words, `Promoted 24 Nov by jane`. */
  promoted?: string | null
}

/** A point in its place. */
export interface PlacedPoint {
  point: VersionPoint
  x: number
  /** `null`: no value. */
  y: number | null
  whisker: { top: number; bottom: number } | null
  label: string
  /** Whether there is room for its name on the axis. */
  labelled: boolean
  words: string
}

export interface PlacedVersions {
  points: readonly PlacedPoint[]
  axis: ValueAxis
  ticks: readonly { y: number; text: string }[]
  /** In the order given; what is far from all values is not drawn to scale. */
  thresholds: readonly { y: number; text: string; beyond: 'above' | 'below' | null }[]
}

export interface VersionPlot {
  width: number
  height: number
  metric: KnownMetric
  thresholds: readonly ChartThreshold[]
}

const labelRoom = 34

function wordsOf(point: VersionPoint, metric: KnownMetric): string {
  const parts = [
    point.value === null ? 'no value' : metricText(metric, point.value),
    ...(point.interval == null ? [] : [`95 % interval ${metricText(metric, point.interval.low)} to ${metricText(metric, point.interval.high)}`]),
    ...(point.samples == null ? [] : [`n = ${point.samples}`]),
    ...(point.logged == null ? [] : [point.logged]),
    ...(point.champion === true ? ['champion'] : []),
    ...(point.challenger === true ? ['challenger'] : []),
    ...(point.promoted == null ? [] : [point.promoted]),
  ]
  return `${versionLabel(point.version)}: ${parts.join(', ')}`
}

/** Puts the versions side by side, in the order given, each with its value and interval. */
export function placeVersions(points: readonly VersionPoint[], plot: VersionPlot): PlacedVersions {
  const { width, height, metric, thresholds } = plot
  const values = points.flatMap(({ value, interval }) => [value, interval?.low ?? null, interval?.high ?? null])
  const range = extent(values)
  const near = thresholds.filter(({ value }) => range === null || Math.abs(value - (range.max + range.min) / 2) <= 0.3 + range.max - range.min)
  const axis = valueAxis('score', extent([...values, ...near.map(({ value }) => value)]))
  const bottom = height - margin.bottom
  const y = (value: number) => margin.top + ((axis.max - value) / (axis.max - axis.min)) * (bottom - margin.top)
  const band = (width - margin.left - margin.right) / Math.max(1, points.length)
  const champion = points.findIndex((point) => point.champion === true)
  const every = Math.max(1, Math.ceil(labelRoom / band))
  return {
    axis,
    ticks: axis.ticks.map((value) => ({ y: y(value), text: axis.label(value) })),
    thresholds: thresholds.map(({ value, label }) => ({
      y: y(value),
      text: `${label} ${metricText(metric, value)}`,
      beyond: value > axis.max ? 'above' : value < axis.min ? 'below' : null,
    })),
    points: points.map((point, i) => ({
      point,
      x: margin.left + band * (i + 0.5),
      y: point.value === null ? null : y(point.value),
      whisker: point.interval == null ? null : { top: y(point.interval.high), bottom: y(point.interval.low) },
      label: versionLabel(point.version),
      // Counted from the newest, which is the one that people look for.
      labelled:
        i === champion ||
        ((points.length - 1 - i) % every === 0 && (champion < 0 || Math.abs(i - champion) * band >= labelRoom)),
      words: wordsOf(point, metric),
    })),
  }
}
