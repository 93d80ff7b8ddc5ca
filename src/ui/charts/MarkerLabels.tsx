import { limitTops, margin, roomForLabels, xOf, yOf, type Plot } from './geometry'
import type { PreparedChart } from './prepare'
import styles from './TimeChart.module.css'

const labelRoom = 44

/** The names of releases above the plot, as far as there is room, and of stretches of time within it. */
export function MarkerLabels({ chart, plot }: { chart: PreparedChart; plot: Plot }) {
  const places = chart.markers.map(({ at }) => xOf(plot, at))
  const fits = roomForLabels(places, labelRoom)
  // On the left, as on the charts by version: the newest values stay free.
  const limits = chart.thresholds.filter(({ beyond }) => beyond === null)
  const tops = limitTops(limits.map(({ value }) => yOf(plot, value, chart.axis.min, chart.axis.max)), plot)
  return (
    <div aria-hidden className={styles['labels']}>
      {chart.markers.map((marker, i) =>
        fits[i] === true ? (
          <span key={`${marker.at} ${marker.label}`} className={styles['marker']} style={{ left: places[i] }}>
            {marker.label}
          </span>
        ) : null,
      )}
      {limits.map(({ label }, i) =>
        typeof tops[i] === 'number' ? (
          <span key={label} className={styles['limit']} style={{ top: tops[i], left: margin.left + 2 }}>
            {label}
          </span>
        ) : null,
      )}
    </div>
  )
}
