import { measuredHow } from '@/panels/version/metricRows'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { deltaText } from '@/ui/format/deltas'
import type { ComparedValue } from './comparedMetrics'
import styles from './ComparePage.module.css'

export interface MetricCellProps {
  value: ComparedValue
  better: 'higher' | 'lower'
  /** `against champion v12`. */
  against: string
  hasRun: boolean
}

/** A measured value, its difference to the reference, and how far chance alone could explain it. */
export function MetricCell({ value: { logged, comparison, best }, better, against, hasRun }: MetricCellProps) {
  if (logged === undefined) return <Figure value={null} absent={hasRun ? 'The run did not log it.' : 'No run is known that made this version.'} />
  const { metric } = logged
  const interval = comparison?.direction === 'same' ? null : comparison?.interval
  const signed = (end: number) => deltaText(end, { metric }, 'neither').value || '0'
  return (
    <span title={measuredHow(logged)}>
      <span className={best ? styles['best'] : undefined}>
        {best && <span className={styles['word']}>best </span>}
        <Figure value={logged.value} metric={metric} absent={`${logged.rawName} was logged, but is not a number.`} />
      </span>
      {comparison && comparison.difference !== null && (
        <small className={styles['small']}>
          <Delta difference={comparison.difference} metric={metric} better={better} against={against} />
        </small>
      )}
      {interval && (
        <small className={styles['small']}>
          {comparison?.verdict === 'not-enough-data' ? 'may be chance: ' : ''}
          {signed(interval.low)} to {signed(interval.high)}
        </small>
      )}
      {comparison !== null && comparison.caveat !== null && <small className={styles['small']}>not measured alike</small>}
      {logged.split === 'training' && <small className={styles['small']}>training data</small>}
    </span>
  )
}
