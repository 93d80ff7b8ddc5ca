import { useContext, useRef, useState, type KeyboardEvent } from 'react'
import type { KnownMetric } from '@/domain/metric'
import { useSize } from '@/ui/layout/size'
import type { ChartThreshold } from './chartInput'
import { limitTops, margin } from './geometry'
import { seriesStyle, VersionPlaces } from './seriesStyle'
import { VersionDot } from './VersionDot'
import styles from './VersionChart.module.css'
import { placeVersions, type PlacedPoint, type VersionPoint } from './versionPoints'

const noThresholds: readonly ChartThreshold[] = []

export interface VersionChartProps {
  /** The figure's name: `F1`. */
  measure: string
  metric: KnownMetric
  /** Oldest first. */
  points: readonly VersionPoint[]
  thresholds?: readonly ChartThreshold[]
  height?: number
  /** Click, or Enter at the cursor. */
  onPick?: (version: string) => void
}

/** One measure across versions: a dot a version, its interval as whiskers, promotions and the champion marked. */
export function VersionChart({ measure, metric, points, thresholds = noThresholds, height = 180, onPick }: VersionChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const places = useContext(VersionPlaces)
  const [cursor, setCursor] = useState<number | null>(null)
  const plot = { width: size.width || 360, height: size.height || height, metric, thresholds }
  const placed = placeVersions(points, plot)
  const limits = placed.thresholds.filter(({ beyond }) => beyond === null)
  const tops = limitTops(limits.map(({ y }) => y), plot)
  const last = points.length - 1
  const here = cursor === null ? undefined : placed.points[cursor]

  const nearest = (x: number) =>
    placed.points.reduce((best, point, i) => (Math.abs(point.x - x) < Math.abs((placed.points[best]?.x ?? 0) - x) ? i : best), 0)
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -5, PageUp: 5, Home: -last, End: last }
    const step = steps[event.key]
    if (event.key === 'Enter' && here !== undefined) onPick?.(here.point.version)
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setCursor(cursor === null ? last : Math.max(0, Math.min(last, cursor + step)))
  }
  // The axis says which version it is: only those that a decision is about have their colour.
  const colour = (point: VersionPoint) =>
    point.champion === true || point.challenger === true ? seriesStyle(places.get(point.version) ?? 0).color : 'var(--md-line-strong)'
  const path = linePath(placed.points)

  return (
    <figure aria-label={measure} className={styles['figure']}>
      <div ref={box} className={styles['plot']} style={{ height: `var(--chart-height, ${height}px)` }}>
        <svg width={plot.width} height={plot.height} aria-hidden focusable="false">
          {placed.ticks.map((tick) => (
            <g key={tick.text}>
              <line x1={margin.left} x2={plot.width - margin.right} y1={tick.y} y2={tick.y} className={styles['grid']} />
              <text x={margin.left - 8} y={tick.y + 4} textAnchor="end" className={styles['tick']}>
                {tick.text}
              </text>
            </g>
          ))}
          {limits.map(({ y, text }) => (
            <line key={text} x1={margin.left} x2={plot.width - margin.right} y1={y} y2={y} className={styles['threshold']} />
          ))}
          <path d={path} className={styles['path']} />
          {placed.points.map((point, i) => (
            <VersionDot key={point.point.version} placed={point} bottom={plot.height - margin.bottom} color={colour(point.point)} active={i === cursor} />
          ))}
          {limits.map(({ text }, i) =>
            typeof tops[i] === 'number' ? (
              <text key={text} x={margin.left + 2} y={tops[i] + 10} className={styles['limit']}>
                {text}
              </text>
            ) : null,
          )}
        </svg>
        <div
          role="slider"
          tabIndex={0}
          aria-label={`${measure}: version`}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, last)}
          aria-valuenow={cursor ?? Math.max(0, last)}
          aria-valuetext={(here ?? placed.points.at(-1))?.words ?? 'No versions'}
          className={styles['overlay']}
          data-pickable={onPick !== undefined || undefined}
          onPointerMove={(event) => setCursor(nearest(event.clientX - event.currentTarget.getBoundingClientRect().left))}
          onPointerLeave={() => setCursor(null)}
          onBlur={() => setCursor(null)}
          onClick={() => here !== undefined && onPick?.(here.point.version)}
          onKeyDown={onKeyDown}
        >
          {here !== undefined && (
            <div
              className={styles['tooltip']}
              style={here.x > plot.width / 2 ? { right: plot.width - here.x + 12 } : { left: here.x + 12 }}
            >
              {here.words}
            </div>
          )}
        </div>
      </div>
      <figcaption className="sr-only">{placed.points.map(({ words }) => `${words}. `)}</figcaption>
    </figure>
  )
}

/** Joins neighbours that have a value; a version without one is a gap. */
function linePath(points: readonly PlacedPoint[]): string {
  return points.map(({ x, y }, i) => (y === null ? '' : `${points[i - 1]?.y == null ? 'M' : 'L'}${x} ${y}`)).join('')
}
