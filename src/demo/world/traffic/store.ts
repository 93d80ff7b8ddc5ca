import type { RegistryState } from '@/demo/world/registryState'
import type { MetricStore } from '@/demo/world/metricStore'
import type { Clock, EpochMs } from '@/domain/time'

/** The metric store, told when the registry changes: traffic follows the champion. */
export interface LiveMetricStore extends MetricStore {
  registryChanged(model: string, at: EpochMs): void
}

export function createMetricStore(world: { seed: string; start: EpochMs; clock: Clock; registry: RegistryState }): LiveMetricStore {
  return { scrapeIntervalMs: 30_000, since: world.start, select: () => [], metadata: () => ({}), registryChanged: () => undefined }
}
