import type { QualityMetric } from '@/domain/metric'
import { higherIsBetter } from '@/domain/quality/metricTable'
import type { Run } from '@/domain/run'
import { measuredHow } from '@/panels/version/metricRows'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { deltaText } from '@/ui/format/deltas'
import { metricLabel } from '@/domain/quality/metricTable'
import type { ComparedSide } from './CompareTable'
import styles from './CompareTable.module.css'
import type { ComparisonRow } from './comparisonRows'

export interface MetricLineProps {
  row: ComparisonRow
  reference: ComparedSide | null
  candidate: ComparedSide
}

/** One measure of both versions: the name as logged, the values, and the difference with its interval. */
export function MetricLine({ row, reference, candidate }: MetricLineProps) {
  const { metric, comparison } = row
  const names = [...new Set([row.reference, row.candidate].flatMap((logged) => logged?.rawName ?? []))]
  const { interval, verdict } = comparison
  const better = higherIsBetter(metric) ? 'higher' : 'lower'
  return (
    <tr>
      <th scope="row">
        {metricLabel(metric)} <small className={styles['small']}>{names.length === 0 ? 'not logged' : names.join(' against ')}</small>
      </th>
      {reference && <Value logged={row.reference} run={reference.run} />}
      <Value logged={row.candidate} run={candidate.run} />
      {reference && (
        <td className={styles['number']}>
          <span className={styles['difference']}>
            {interval && comparison.direction !== 'same' && (
              <small className={styles['small']}>
                {verdict === 'not-enough-data' ? 'may be chance: ' : ''}
                {signed(interval.low, row)} to {signed(interval.high, row)}
              </small>
            )}
            {comparison.caveat !== null && <small className={styles['small']}>not measured alike</small>}
            <Delta difference={comparison.difference} metric={metric} better={better} against={`against ${reference.label}`} />
          </span>
        </td>
      )}
    </tr>
  )
}

function signed(value: number, { metric }: ComparisonRow): string {
  const { value: text } = deltaText(value, { metric }, 'neither')
  return text === '' ? '0' : text
}

function Value({ logged, run }: { logged: QualityMetric | undefined; run: Run | null | undefined }) {
  const absent = run ? 'The run did not log it.' : 'No run is known that made this version.'
  return (
    <td className={styles['number']} title={logged && measuredHow(logged)}>
      {logged === undefined ? (
        <Figure value={null} absent={absent} />
      ) : (
        <Figure value={logged.value} metric={logged.metric} absent={`${logged.rawName} was logged, but is not a number.`} />
      )}
      {logged?.split === 'training' && <small className={styles['small']}>training data</small>}
    </td>
  )
}
