import { StatusBadge } from '@/ui/badges/StatusBadge'
import { Sparkline } from '@/ui/charts/Sparkline'
import { Absent } from '@/ui/figures/Absent'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import type { DriftRow } from './driftRows'
import styles from './QualityTab.module.css'

export interface DriftTableProps {
  rows: readonly DriftRow[]
  /** The range in words: `24 h`. */
  range: string
}

/** Features, worst first: how far each has moved, and how that went over the range. */
export function DriftTable({ rows, range }: DriftTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <section className={styles['scroll']} tabIndex={0} aria-label="Input drift by feature">
      <table className={styles['table']} aria-label="Input drift">
        <thead>
          <tr>
            <th scope="col">Feature</th>
            <th scope="col">{range}</th>
            <th scope="col" className={styles['number']}>
              Now
            </th>
            <th scope="col" className={styles['number']}>
              Change
            </th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.feature === null ? <Absent reason="Monitoring does not name the feature." /> : <code>{row.feature}</code>}
                {row.stat !== 'psi' && <span className={styles['quiet']}> {row.stat}</span>}
              </th>
              <td>
                <Sparkline samples={row.samples} unit="index" label={`${row.feature ?? 'Drift'}, ${range}`} width={96} tone={toneOf(row)} />
              </td>
              <td className={styles['number']}>
                <Figure value={row.now} unit="index" absent="No value in this range." />
              </td>
              <td className={styles['number']}>
                {row.change === null && <Absent reason="One half of the range has no value to compare with." />}
                <Delta difference={row.change} unit="index" better="lower" against="between the halves of the range" />
              </td>
              <td>
                <Verdict verdict={row.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function toneOf({ verdict }: DriftRow) {
  return verdict === 'failing' || verdict === 'at-risk' ? verdict : undefined
}

function Verdict({ verdict }: Pick<DriftRow, 'verdict'>) {
  if (verdict === 'unknown') return <Absent reason="The limits are for PSI; this statistic has none." />
  return <StatusBadge status={verdict === 'stable' ? 'ok' : verdict} />
}
