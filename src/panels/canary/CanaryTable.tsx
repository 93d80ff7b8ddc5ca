import type { CanaryReport, Served } from '@/domain/canary'
import { percentWords } from '@/domain/words'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { deltaText, relativeText } from '@/ui/format/deltas'
import { versionLabel } from '@/ui/format/versions'
import figures from '@/ui/table/FiguresTable.module.css'
import styles from './Canary.module.css'

/** The figures behind the verdict, side by side. */
export function CanaryTable({ report }: { report: CanaryReport }) {
  const { champion, challenger, errors, p95 } = report
  const sides = [champion, challenger]
  return (
    <table className={figures['table']} aria-label={`${versionLabel(champion.version)} against ${versionLabel(challenger.version)}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Measure</span>
          </th>
          {sides.map(({ version }) => (
            <th key={version} scope="col">
              {versionLabel(version)}
            </th>
          ))}
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Error rate</th>
          {sides.map(({ version, errorRatio }) => (
            <td key={version}>
              <Figure value={errorRatio} unit="ratio" />
            </td>
          ))}
          <td>
            {errors.interval !== null && (
              <small className={styles['small']}>
                {points(errors.interval.low)} to {points(errors.interval.high)}{' '}
              </small>
            )}
            <Delta difference={errors.difference} unit="ratio" better={colouredBy(errors.verdict)} />
          </td>
        </tr>
        <tr>
          <th scope="row">Latency p95</th>
          {sides.map(({ version, p95Ms }) => (
            <td key={version}>
              <Figure value={p95Ms} unit="ms" />
            </td>
          ))}
          <td>
            {champion.p95Ms !== null && challenger.p95Ms !== null && (
              <small className={styles['small']}>{relativeText(challenger.p95Ms, champion.p95Ms)} </small>
            )}
            <Delta difference={p95.differenceMs} unit="ms" better={colouredBy(p95.verdict)} />
          </td>
        </tr>
        <tr>
          <th scope="row">Requests</th>
          {sides.map(({ version, requests }) => (
            <td key={version}>
              <Figure value={requests === null ? null : Math.round(requests)} unit="count" />
            </td>
          ))}
          <td className={styles['small']}>{shareWords(champion, challenger)}</td>
        </tr>
      </tbody>
    </table>
  )
}

function points(ratio: number): string {
  return deltaText(ratio, { unit: 'ratio' }, 'neither').value || '0 pp'
}

/** Colour only for a difference that counts. */
function colouredBy(verdict: CanaryReport['errors']['verdict']): 'lower' | 'neither' {
  return verdict === 'better' || verdict === 'worse' ? 'lower' : 'neither'
}

function shareWords(champion: Served, challenger: Served): string {
  if (champion.requests === null || challenger.requests === null) return 'not known'
  const both = champion.requests + challenger.requests
  return both === 0 ? 'none' : `${versionLabel(challenger.version)} has ${percentWords(challenger.requests / both)}`
}
