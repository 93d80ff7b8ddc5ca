import type { KnownMetric } from '@/domain/metric'
import { metricLabel } from '@/domain/quality/metricTable'
import { measuredHow } from '@/panels/version/metricRows'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import type { VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

export interface MetricCellProps {
  row: VersionRow
  metric: KnownMetric
  /** What a full bar stands for. */
  scale: number
}

/** One measure of a version over a faint bar; how it was taken is on hover. */
export function MetricCell({ row: { version, run }, metric, scale }: MetricCellProps) {
  if (run === undefined) return <span className={styles['wait']} />
  if (run === null) return <Absent reason={withoutRun(version.runId)} />
  const logged = run.quality[metric]
  if (logged === undefined) return <Absent reason={`No ${metricLabel(metric)} was logged.`} />
  const share = logged.value === null || scale <= 0 ? 0 : Math.max(0, Math.min(1, logged.value / scale))
  return (
    <span className={styles['metric']} title={measuredHow(logged)} style={{ backgroundSize: `${(share * 100).toFixed(1)}% 3px` }}>
      {logged.split === 'training' && <small className={styles['training']}>training</small>}
      <Figure value={logged.value} metric={metric} absent={`${logged.rawName} was logged, but is not a number.`} />
    </span>
  )
}

function withoutRun(runId: string | null): string {
  return runId === null ? 'No run is known that made this version.' : 'The run that made this version is gone or could not be read.'
}
