import { useMemo, useState } from 'react'
import { Button } from '@/ui/controls/Button'
import { measureText } from '@/ui/format/numbers'
import { exactTime } from '@/ui/format/times'
import { useTimeZone } from '@/ui/timeZone'
import type { ChartInput } from './chartInput'
import styles from './ChartTable.module.css'
import { prepareChart } from './prepare'

const firstRows = 100

export interface ChartTableProps extends Pick<ChartInput, 'layers'> {
  /** The table's name: the measure. */
  measure: string
}

/** The samples of a time chart as a table, newest first: what `Show as table` shows. */
export function ChartTable({ measure, layers }: ChartTableProps) {
  const chart = useMemo(() => prepareChart({ layers }), [layers])
  const [zone] = useTimeZone()
  const [all, setAll] = useState(false)
  const rows = chart.rows.toReversed()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <section className={styles['box']} tabIndex={0} aria-label={`${measure} as a table`}>
      <table className={styles['table']} aria-label={measure}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {chart.lines.map((line) => (
              <th key={line.id} scope="col" className={styles['number']}>
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? rows : rows.slice(0, firstRows)).map((row) => (
            <tr key={row.at}>
              <th scope="row">{exactTime(row.at, zone)}</th>
              {chart.lines.map((line, i) => (
                <td key={line.id} className={styles['number']}>
                  {measureText(row.values[i] ?? null, chart.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {!all && rows.length > firstRows && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          Show all {rows.length} rows
        </Button>
      )}
    </section>
  )
}
