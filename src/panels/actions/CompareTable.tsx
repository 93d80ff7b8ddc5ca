import type { ServingEvidence } from '@/domain/gate/evidence'
import type { ModelTask } from '@/domain/model'
import { supportOf } from '@/domain/quality/support'
import type { Run } from '@/domain/run'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import { countText } from '@/ui/format/numbers'
import { comparisonRows } from './comparisonRows'
import styles from './CompareTable.module.css'
import { MetricLine } from './MetricLine'
import { ServingLines } from './ServingLines'

/** One of the two versions of a comparison. `undefined` parts are on their way. */
export interface ComparedSide {
  /** `champion v12`. */
  label: string
  run: Run | null | undefined
  /** `null`: monitoring knows nothing of it. `'not-asked'`: no monitoring, or it cannot tell versions apart. */
  serving: ServingEvidence | null | undefined | 'not-asked'
  /** Which time its figures are of: `last 24 h`. */
  servingTime: string
}

export interface CompareTableProps {
  title: string
  /** `null`: there is nothing to compare with. */
  reference: ComparedSide | null
  candidate: ComparedSide
  task: ModelTask | null
}

/** Two versions side by side: what was measured, with the difference and how sure it is, and what they serve. */
export function CompareTable({ title, reference, candidate, task }: CompareTableProps) {
  const waiting = candidate.run === undefined || reference?.run === undefined && reference !== null
  const rows = waiting ? [] : comparisonRows(reference?.run ?? null, candidate.run ?? null, task)
  const sides = reference === null ? [candidate] : [reference, candidate]
  return (
    <section>
      <SectionHeading level={3}>{title}</SectionHeading>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">Measure</span>
              </th>
              {sides.map(({ label }) => (
                <th key={label} scope="col" className={styles['number']}>
                  {label}
                </th>
              ))}
              {reference && (
                <th scope="col" className={styles['number']}>
                  Difference
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {waiting && (
              <tr>
                <td colSpan={sides.length + 2} className={styles['quiet']}>
                  The runs are being read …
                </td>
              </tr>
            )}
            {rows.map((row) => (
              <MetricLine key={row.metric} row={row} reference={reference} candidate={candidate} />
            ))}
          </tbody>
          <ServingLines reference={reference} candidate={candidate} />
        </table>
      </div>
      {!waiting && <p className={styles['measured']}>{measuredOn(sides, rows.some(({ comparison }) => comparison.interval !== null))}</p>}
    </section>
  )
}

function measuredOn(sides: readonly ComparedSide[], ranges: boolean): string {
  const words = sides.map(({ label, run }) => {
    const support = run && supportOf(run)
    return support ? `${label} on n = ${countText(support.n)} (${support.from})` : `${label} on an unknown number of cases`
  })
  return `Measured: ${words.join(', ')}.${ranges ? ' Ranges are 95 % intervals of the difference.' : ''}`
}
