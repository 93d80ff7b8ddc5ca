import { memo } from 'react'
import { useTimeZone } from '@/ui/timeZone'
import { ChartFrame } from './ChartFrame'
import type { ChartLine } from './chartLines'
import { linePaths } from './linePaths'
import type { PreparedChart } from './prepare'
import styles from './TimeChart.module.css'

export interface ChartPlotProps {
  chart: PreparedChart
  width: number
  height: number
}

/**
 * Lines over the frame that recharts draws; hidden from screen readers, which get the summary and the table.
 * The lines are plain paths: recharts makes objects for each point, which costs 30 times as much at each refresh.
 */
export const ChartPlot = memo(function ChartPlot({ chart, width, height }: ChartPlotProps) {
  const { lines, axis, from, to, spans, thresholds, markers, stacked } = chart
  const [zone] = useTimeZone()
  const paths = linePaths(chart, { width, height, from, to })
  // The champion is drawn last, so that it lies on top; what was before lies under all lines, but over areas.
  const rank = ({ champion, before }: ChartLine) => (before ? (stacked ? 3 : 0) : champion ? 2 : 1)
  const order = lines.flatMap((line, i) => (paths[i] ? [{ line, path: paths[i] }] : [])).toSorted((a, b) => rank(a.line) - rank(b.line))
  return (
    <div aria-hidden>
      <ChartFrame {...{ from, to, axis, spans, thresholds, markers, width, height, zone }} />
      <svg width={width} height={height} className={styles['lines']}>
        {order.map(({ line, path }) => path.band !== '' && <path key={`band ${line.id}`} d={path.band} fill={line.color} fillOpacity={0.14} />)}
        {order.map(({ line, path }) => (
          <g key={line.id} fill={line.color}>
            {path.area !== '' && <path d={path.area} fillOpacity={0.28} />}
            {path.stroke !== '' && (
              <path
                data-line={line.label}
                d={path.stroke}
                fill="none"
                stroke={line.color}
                strokeWidth={line.width}
                strokeOpacity={line.before ? 0.75 : 1}
                strokeDasharray={line.dash}
              />
            )}
            {path.dots.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={2.5} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
})
