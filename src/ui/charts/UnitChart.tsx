import { useRef } from 'react'
import { useSize } from '@/ui/layout/size'
import { fixed } from '@/ui/format/numbers'
import { thinned, unitPath, unitPlace, type UnitPoint } from './unitPoints'
import styles from './UnitChart.module.css'

export interface UnitChartProps {
  /** The figure's name: `ROC curve`. */
  measure: string
  /** What runs to the right and upwards; both from 0 to 1. */
  x: string
  y: string
  /** In the order in which they are joined. */
  points: readonly UnitPoint[]
  /** `steps` holds the value until the next point, as precision and recall do. */
  join?: 'line' | 'steps'
  /** Draws each point: for few that were measured. */
  dots?: boolean
  /** What a model without knowledge, or a perfect one, would draw: dashed. */
  against?: readonly [UnitPoint, UnitPoint] | null
  /** The point that is chosen now. */
  here?: UnitPoint | null
  /** What the picture says, in a sentence, for those who do not see it. */
  summary: string
  height?: number
}

const ticks = [0, 0.25, 0.5, 0.75, 1] as const

/** A curve of two shares, each from 0 to 1. */
export function UnitChart(props: UnitChartProps) {
  const { measure, x, y, points, join = 'line', dots = false, against = null, here = null, summary, height = 260 } = props
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const place = unitPlace(size.width || 320, size.height || height)
  const drawn = dots ? points : thinned(points)
  return (
    <figure aria-label={measure} className={styles['figure']}>
      <div ref={box} className={styles['plot']} style={{ height }}>
        <svg width={place.width} height={place.height} aria-hidden focusable="false">
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={place.x(0)} x2={place.x(1)} y1={place.y(tick)} y2={place.y(tick)} className={styles['grid']} />
              <line x1={place.x(tick)} x2={place.x(tick)} y1={place.y(0)} y2={place.y(1)} className={styles['grid']} />
              <text x={place.x(0) - 6} y={place.y(tick) + 4} textAnchor="end" className={styles['tick']}>
                {fixed(tick, 2)}
              </text>
              <text x={place.x(tick)} y={place.y(0) + 15} textAnchor="middle" className={styles['tick']}>
                {fixed(tick, 2)}
              </text>
            </g>
          ))}
          {against && <path d={unitPath(against, place, 'line')} className={styles['against']} />}
          <path d={unitPath(drawn, place, join)} className={styles['line']} />
          {dots && points.map(([px, py]) => <circle key={`${px} ${py}`} cx={place.x(px)} cy={place.y(py)} r={3.5} className={styles['dot']} />)}
          {here && <circle cx={place.x(here[0])} cy={place.y(here[1])} r={6} className={styles['here']} />}
          <text x={(place.x(0) + place.x(1)) / 2} y={place.height - 4} textAnchor="middle" className={styles['axis']}>
            {x}
          </text>
          <text x={place.x(0) - 36} y={place.y(1) - 10} className={styles['axis']}>
            {y}
          </text>
        </svg>
      </div>
      <figcaption className="sr-only">{summary}</figcaption>
    </figure>
  )
}
