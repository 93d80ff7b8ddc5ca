import { measureText } from '@/ui/format/numbers'
import { exactTime } from '@/ui/format/times'
import { useTimeZone } from '@/ui/timeZone'
import type { ChartRow } from './chartRows'
import { SupportAt } from './SupportAt'
import { margin, xOf, yOf, type Plot } from './geometry'
import { LineMark } from './LineMark'
import type { PreparedChart } from './prepare'
import styles from './TimeChart.module.css'

/** How near a release must be to the cursor to be named in its read-out. */
const nearPx = 6

export interface ChartTooltipProps {
  chart: PreparedChart
  plot: Plot
  row: ChartRow
  /** The read-out belongs to the chart that is pointed at; the others show only the line. */
  full: boolean
}

/** The cursor's line, a dot on each line of the chart, and the values of all of them. */
export function ChartTooltip({ chart, plot, row, full }: ChartTooltipProps) {
  const [zone] = useTimeZone()
  const x = xOf(plot, row.at)
  const onRight = x > plot.width / 2
  const near = chart.markers.filter(({ at }) => Math.abs(xOf(plot, at) - x) <= nearPx)
  const within = chart.spans.filter(({ from, to }) => from <= row.at && row.at <= to)
  return (
    <>
      <div className={styles['cursor']} style={{ left: x, top: margin.top, bottom: margin.bottom }} />
      {!chart.stacked &&
        chart.lines.map((line, i) => {
          const value = row.values[i] ?? null
          if (value === null || line.before) return null
          const top = yOf(plot, value, chart.axis.min, chart.axis.max)
          return <div key={line.id} className={styles['point']} style={{ left: x, top, background: line.color }} />
        })}
      {full && (
        <div
          className={styles['tooltip']}
          style={onRight ? { right: plot.width - x + 12, top: margin.top } : { left: x + 12, top: margin.top }}
        >
          <div className={styles['moment']}>{exactTime(row.at, zone)}</div>
          {chart.lines.map((line, i) => line.off ? null : (
            <div key={line.id} className={styles['reading']} data-before={line.before || undefined} data-champion={line.champion || undefined}>
              <LineMark color={line.color} dash={line.dash} width={line.width} />
              <span>{line.label}</span>
              <span className={styles['number']}>{measureText(row.values[i] ?? null, chart.unit)}</span>
              <SupportAt line={line} at={row.at} />
            </div>
          ))}
          {[...near.map((marker) => marker.words ?? marker.label), ...within.map((span) => span.label)].map((words) => (
            <div key={words} className={styles['event']}>
              {words}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
