import { OperationSection, type OperationLook } from './OperationSection'
import { streamCharts } from './scheduleCharts'
import { useOperations } from './useOperations'

export interface StreamSectionProps extends OperationLook {
  /** It is not there where there is nothing to draw. */
  optional: boolean
}

const signals = streamCharts.flatMap(({ layers }) => layers.map(({ signal }) => signal))

/** How far a model is behind the stream that it reads, and how much it reads. */
export function StreamSection({ model, optional, ...look }: StreamSectionProps) {
  const operations = useOperations(signals, model, { by: 'version', enabled: true })
  return <OperationSection {...look} model={model} title="Stream" charts={streamCharts} operations={operations} optional={optional} />
}
