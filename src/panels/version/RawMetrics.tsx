import { useState } from 'react'
import { Button } from '@/ui/controls/Button'
import { Absent } from '@/ui/figures/Absent'
import { countText, significant } from '@/ui/format/numbers'
import { rawRows, type MeasuredVersion } from './metricRows'
import styles from './PlainTable.module.css'

const shownAtFirst = 50

/** What the runs logged beside the recognised measures, as it was named; folded away. */
export function RawMetrics({ versions }: { versions: readonly MeasuredVersion[] }) {
  const rows = rawRows(versions)
  const [open, setOpen] = useState(false)
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  return (
    <div>
      <Button size="small" variant="quiet" className={styles['more']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide' : 'Show'} {countText(rows.length)} more logged {rows.length === 1 ? 'metric' : 'metrics'}
      </Button>
      {open && (
        <div className={styles['scroll']}>
          <table className={styles['table']} aria-label="Other logged metrics">
            <thead>
              <tr>
                <th scope="col">Name as logged</th>
                {versions.map(({ version, label }) => (
                  <th key={version} scope="col" className={styles['number']}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, all ? rows.length : shownAtFirst).map(({ key, values }) => (
                <tr key={key}>
                  <th scope="row" className={styles['name']}>
                    <code>{key}</code>
                  </th>
                  {values.map((value, index) => (
                    <td key={versions[index]?.version} className={styles['number']}>
                      <RawValue value={value} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows.length > shownAtFirst && !all && (
            <Button size="small" variant="quiet" onClick={() => setAll(true)}>
              Show all {countText(rows.length)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function RawValue({ value }: { value: number | null | undefined }) {
  if (value === undefined) return <Absent reason="The run did not log it." />
  if (value === null) return <Absent reason="It was logged, but is not a number." />
  const size = Math.abs(value)
  return size !== 0 && (size < 1e-6 || size >= 1e12) ? value.toExponential(3) : significant(value, 4)
}
