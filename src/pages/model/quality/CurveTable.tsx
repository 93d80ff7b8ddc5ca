import type { MetricPoint } from '@/domain/run'
import { noValue, significant } from '@/ui/format/numbers'
import { exactTime } from '@/ui/format/times'
import { useTimeZone } from '@/ui/timeZone'
import styles from './QualityTab.module.css'

const mostRows = 500

/** The points of a training curve as a table, newest first. */
export function CurveTable({ measure, points }: { measure: string; points: readonly MetricPoint[] }) {
  const [zone] = useTimeZone()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <section className={styles['scroll']} tabIndex={0} aria-label={`${measure} as a table`}>
      <table className={styles['table']} aria-label={measure}>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" className={styles['number']}>
              {measure}
            </th>
            <th scope="col">Logged</th>
          </tr>
        </thead>
        <tbody>
          {points
            .slice(-mostRows)
            .toReversed()
            .map((point, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- a step may be logged more than once
              <tr key={i}>
                <th scope="row">{point.step}</th>
                <td className={styles['number']}>{point.value === null ? noValue : significant(point.value, 5)}</td>
                <td>{exactTime(point.at, zone)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {points.length > mostRows && <p className={styles['foot']}>The last {mostRows} of {points.length} points.</p>}
    </section>
  )
}
