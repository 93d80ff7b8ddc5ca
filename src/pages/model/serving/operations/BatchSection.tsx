import { useMemo } from 'react'
import type { OperationLook } from './OperationSection'
import { OperationSection } from './OperationSection'
import { BatchTiles } from './BatchTiles'
import { flaggedSpans } from './flaggedSpans'
import { batchAgeTitle, batchCharts } from './scheduleCharts'
import { useBatchRun } from './useBatchRun'
import { useOperations } from './useOperations'

export interface BatchSectionProps extends Omit<OperationLook, 'choice' | 'champion'> {
  /** It is not there where there is nothing to draw. */
  optional: boolean
}

const signals = [...batchCharts.flatMap(({ layers }) => layers.map(({ signal }) => signal)), 'batch_failed'] as const

/** The runs of a model that is run on a schedule: the last one in figures, all of the range in charts. */
export function BatchSection({ model, optional, ...look }: BatchSectionProps) {
  const operations = useOperations(signals, model, { by: 'model', enabled: true })
  const run = useBatchRun(model)
  const failed = operations.answers.get('batch_failed')?.data
  const spans = useMemo(() => flaggedSpans(failed, 'the last run had failed'), [failed])
  const interval = run.intervalMs
  const thresholds = useMemo(() => (interval === null ? {} : { [batchAgeTitle]: [{ value: interval, label: 'due' }] }), [interval])
  return (
    <OperationSection {...look} model={model} title="Batch" charts={batchCharts} operations={operations} optional={optional} thresholds={thresholds} spans={spans}>
      <BatchTiles run={run} />
    </OperationSection>
  )
}
