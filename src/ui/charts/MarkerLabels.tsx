import { margin, roomForLabels, xOf, yOf, type Plot } from './geometry'
import type { PreparedChart } from './prepare'
import styles from './TimeChart.module.css'

const labelRoom = 44

/** The names of releases above the plot, as far as there is room, and of stretches of time within it. */
export function MarkerLabels({ chart, plot }: { chart: PreparedChart; plot: Plot }) {
  const places = chart.markers.map(({ at }) => xOf(plot, at))
  const fits = roomForLabels(places, labelRoom)
  return (
    <div aria-hidden className={styles['labels']}>
      {chart.markers.map((marker, i) =>
        fits[i] === true ? (
          <span key={`${marker.at} ${marker.label}`} className={styles['marker']} style={{ left: places[i] }}>
            {marker.label}
          </span>
        ) : null,
      )}
      {chart.thresholds
        .filter(({ beyond }) => beyond === null)
        .map((threshold) => (
          <span
            key={threshold.label}
            className={styles['limit']}
            style={{ top: yOf(plot, threshold.value, chart.axis.min, chart.axis.max), right: margin.right + 2 }}
          >
            {threshold.label}
          </span>
        ))}
    </div>
  )
}
