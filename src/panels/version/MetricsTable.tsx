import type { QualityMetric } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import { higherIsBetter } from '@/domain/quality/metricTable'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { metricLabel } from '@/domain/quality/metricTable'
import { Coded } from './Coded'
import { measuredHow, metricRows, type MeasuredVersion, type MetricCell } from './metricRows'
import styles from './PlainTable.module.css'
import { RawMetrics } from './RawMetrics'

export interface MetricsTableProps {
  /** The first is what the others are compared with. */
  versions: readonly MeasuredVersion[]
  task: ModelTask | null
}

/** Measures of versions side by side: values, differences to the first, what does not compare; then all else that was logged. */
export function MetricsTable({ versions, task }: MetricsTableProps) {
  const rows = metricRows(versions, task)
  const [reference, ...others] = versions
  return (
    <>
      {rows.length > 0 && (
        <div className={styles['scroll']}>
          <table className={styles['table']} aria-label="Metrics">
            <thead>
              <tr>
                <th scope="col">Metric</th>
                <th scope="col" className={styles['number']}>
                  {reference?.label}
                </th>
                {others.map(({ version, label }) => (
                  <VersionHeads key={version} label={label} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ metric, cells }) => (
                <tr key={metric}>
                  <th scope="row">
                    {metricLabel(metric)}
                    {cells.flatMap(({ comparison }) => comparison?.caveat ?? []).map((caveat) => (
                      <small key={caveat} className={styles['small']}>
                        <Coded text={caveat} />
                      </small>
                    ))}
                  </th>
                  {cells.map((cell, index) => (
                    <Cells
                      key={versions[index]?.version}
                      cell={cell}
                      better={higherIsBetter(metric) ? 'higher' : 'lower'}
                      against={`against ${reference?.label ?? ''}`}
                      hasRun={versions[index]?.run != null}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length === 0 && <p className={styles['quiet']}>{noMeasure(versions)}</p>}
      <RawMetrics versions={versions} />
    </>
  )
}

function noMeasure(versions: readonly MeasuredVersion[]): string {
  if (versions.every(({ run }) => run === null)) return 'No run is known that made this version, so nothing was measured.'
  return 'The run logged no measure that the naming rule recognises.'
}

function VersionHeads({ label }: { label: string }) {
  return (
    <>
      <th scope="col" className={styles['number']}>
        {label}
      </th>
      <th scope="col" className={styles['number']}>
        Difference
      </th>
    </>
  )
}

interface CellsProps {
  cell: MetricCell
  better: 'higher' | 'lower'
  against: string
  hasRun: boolean
}

function Cells({ cell: { logged, comparison, best }, better, against, hasRun }: CellsProps) {
  return (
    <>
      <td className={[styles['number'], best ? styles['best'] : ''].join(' ')}>
        {best && <small className={styles['quiet']}>best </small>}
        <Value logged={logged} hasRun={hasRun} />
      </td>
      {comparison !== null && (
        <td className={styles['number']}>
          {logged !== undefined && <Delta difference={comparison.difference} metric={logged.metric} better={better} against={against} />}
        </td>
      )}
    </>
  )
}

function Value({ logged, hasRun }: { logged: QualityMetric | undefined; hasRun: boolean }) {
  if (logged === undefined) {
    return <Figure value={null} absent={hasRun ? 'The run did not log it.' : 'No run is known that made this version.'} />
  }
  return (
    <span title={measuredHow(logged)}>
      <Figure value={logged.value} metric={logged.metric} absent={`${logged.rawName} was logged, but is not a number.`} />
      {logged.split === 'training' && <small className={styles['small']}>on training data</small>}
    </span>
  )
}
