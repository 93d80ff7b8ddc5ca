import { measureText } from '@/ui/format/numbers'
import type { Cursor } from './cursor'
import { useCursorAt } from './cursor'
import { nearestRow } from './geometry'
import { LineMark } from './LineMark'
import type { PreparedChart } from './prepare'
import styles from './TimeChart.module.css'

export interface ChartLegendProps {
  chart: PreparedChart
  cursor: Cursor
  hidden: ReadonlySet<string>
  onHidden: (hidden: ReadonlySet<string>) => void
}

/** The lines as buttons that turn them on and off, each with its value where the reader points, else its last. */
export function ChartLegend({ chart, cursor, hidden, onHidden }: ChartLegendProps) {
  const at = useCursorAt(cursor)
  const row = at === null ? chart.rows.at(-1) : chart.rows[nearestRow(chart.rows, at.at)]
  const toggle = (id: string) => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    onHidden(next)
  }
  return (
    <div className={styles['legend']}>
      {chart.axis.unit !== '' && <span className={styles['axisUnit']}>{chart.axis.unit}</span>}
      <ul className={styles['entries']} aria-label="Legend">
        {chart.lines.map((line, i) => (
          <li key={line.id}>
            <button
              type="button"
              className={styles['entry']}
              aria-pressed={!line.off}
              data-champion={line.champion || undefined}
              data-before={line.before || undefined}
              onClick={() => toggle(line.id)}
            >
              <LineMark color={line.color} dash={line.dash} width={line.width} />
              {line.label}
              <span className={styles['entryValue']} aria-hidden>
                {line.off ? 'off' : measureText(row?.values[i] ?? null, chart.unit)}
              </span>
            </button>
          </li>
        ))}
        {chart.thresholds.map((threshold) => (
          <li key={threshold.label} className={styles['threshold']}>
            <LineMark color="var(--md-failing)" dash="5 4" width={1.5} />
            {threshold.label} {measureText(threshold.value, chart.unit)}
            {threshold.beyond !== null && <span> ({threshold.beyond} this scale)</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
