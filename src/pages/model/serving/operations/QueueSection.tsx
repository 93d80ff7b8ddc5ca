import { queueCharts } from './capacityCharts'
import { OperationSection, type OperationLook } from './OperationSection'
import { useOperations } from './useOperations'

const signals = queueCharts.flatMap(({ layers }) => layers.map(({ signal }) => signal))

/** What was accepted and is not answered yet, of a model that answers later. */
export function QueueSection({ model, ...look }: OperationLook) {
  const operations = useOperations(signals, model, { by: 'version', enabled: true })
  return <OperationSection {...look} model={model} title="Queue" charts={queueCharts} operations={operations} />
}
