import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { MetricPoint } from '@/domain/run'
import { useSize } from '@/ui/layout/size'
import { placeCurve } from './curvePoints'
import { margin } from './geometry'
import styles from './VersionChart.module.css'

export interface CurveChartProps {
  /** The figure's name: the metric as it was logged. */
  measure: string
  points: readonly MetricPoint[]
  /** A CSS colour: that of the version. */
  color: string
  height?: number
}

/** A metric over the steps of one training run. */
export function CurveChart({ measure, points, color, height = 200 }: CurveChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const [width, tall] = [size.width || 480, size.height || height]
  const curve = useMemo(() => placeCurve(points, width, tall), [points, width, tall])
  const [cursor, setCursor] = useState<number | null>(null)
  const last = curve.points.length - 1
  const here = cursor === null ? undefined : curve.points[cursor]

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    setCursor(curve.points.reduce((best, point, i) => (Math.abs(point.x - x) < Math.abs((curve.points[best]?.x ?? 0) - x) ? i : best), 0))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10, Home: -last, End: last }
    const step = steps[event.key]
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setCursor(cursor === null ? last : Math.max(0, Math.min(last, cursor + step)))
  }
  const bottom = tall - margin.bottom
  return (
    <figure aria-label={measure} className={styles['figure']}>
      <div ref={box} className={styles['plot']} style={{ height: `var(--chart-height, ${height}px)` }}>
        <svg width={width} height={tall} aria-hidden focusable="false">
          {curve.yTicks.map(({ y, text }) => (
            <g key={text}>
              <line x1={margin.left} x2={width - margin.right} y1={y} y2={y} className={styles['grid']} />
              <text x={margin.left - 8} y={y + 4} textAnchor="end" className={styles['tick']}>
                {text}
              </text>
            </g>
          ))}
          {curve.xTicks.map(({ x, text }) => (
            <text key={text} x={x} y={bottom + 15} textAnchor="middle" className={styles['tick']}>
              {text}
            </text>
          ))}
          <path d={curve.path} fill="none" stroke={color} strokeWidth={2} strokeLinejoin="round" />
          {curve.lonely.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y ?? 0} r={3} fill={color} />
          ))}
          {here?.y != null && <circle cx={here.x} cy={here.y} r={4.5} fill={color} stroke="var(--md-surface)" strokeWidth={1.5} />}
        </svg>
        <div
          role="slider"
          tabIndex={0}
          aria-label={`${measure}: ${curve.axis}`}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, last)}
          aria-valuenow={cursor ?? Math.max(0, last)}
          aria-valuetext={(here ?? curve.points.at(-1))?.words ?? 'No points'}
          className={styles['overlay']}
          onPointerMove={onPointerMove}
          onPointerLeave={() => setCursor(null)}
          onBlur={() => setCursor(null)}
          onKeyDown={onKeyDown}
        >
          {here !== undefined && (
            <div className={styles['tooltip']} style={here.x > width / 2 ? { right: width - here.x + 12 } : { left: here.x + 12 }}>
              {here.words}
            </div>
          )}
        </div>
      </div>
      <figcaption className="sr-only">
        {`From ${curve.points[0]?.words ?? 'nothing'} to ${curve.points.at(-1)?.words ?? 'nothing'}.`}
      </figcaption>
    </figure>
  )
}
