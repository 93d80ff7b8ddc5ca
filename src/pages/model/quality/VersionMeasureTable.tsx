import type { KnownMetric } from '@/domain/metric'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import { versionLabel } from '@/ui/format/versions'
import type { VersionScore } from './versionScores'
import styles from './QualityTab.module.css'

export interface VersionMeasureTableProps {
  measure: string
  metric: KnownMetric
  scores: readonly VersionScore[]
}

/** One measure of all versions as a table, newest first. */
export function VersionMeasureTable({ measure, metric, scores }: VersionMeasureTableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <section className={styles['scroll']} tabIndex={0} aria-label={`${measure} as a table`}>
      <table className={styles['table']} aria-label={measure}>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col" className={styles['number']}>
              {measure}
            </th>
            <th scope="col">Logged as</th>
            <th scope="col">Production</th>
          </tr>
        </thead>
        <tbody>
          {scores.toReversed().map((score) => (
            <tr key={score.version}>
              <th scope="row">
                {versionLabel(score.version)}
                {score.champion === true && ' champion'}
                {score.challenger === true && ' challenger'}
              </th>
              <td className={styles['number']}>
                {score.value === null ? <Absent reason={score.absent ?? ''} /> : <Figure value={score.value} metric={metric} />}
              </td>
              <td>{score.logged ?? ''}</td>
              <td>{score.promoted ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
