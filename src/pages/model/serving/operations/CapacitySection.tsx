import { cacheChart, capacityCharts, queueLength } from './capacityCharts'
import { OperationSection, type OperationLook } from './OperationSection'
import { useOperations } from './useOperations'

export interface CapacitySectionProps extends OperationLook {
  /** `false`: what matters more is asked first. */
  enabled: boolean
  /** The queue has a section of its own. */
  withoutQueue: boolean
}

const withQueue = [...capacityCharts, queueLength, cacheChart]
const plain = [...capacityCharts, cacheChart]
const signals = withQueue.flatMap(({ layers }) => layers.map(({ signal }) => signal))
const plainSignals = plain.flatMap(({ layers }) => layers.map(({ signal }) => signal))

/** CPU, memory, throttling, replicas, queue and cache of a model. */
export function CapacitySection({ model, enabled, withoutQueue, ...look }: CapacitySectionProps) {
  const operations = useOperations(withoutQueue ? plainSignals : signals, model, { by: 'version', enabled })
  return <OperationSection {...look} model={model} title="Saturation and cache" charts={withoutQueue ? plain : withQueue} operations={operations} />
}
