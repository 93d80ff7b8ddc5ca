import { queryOptions } from '@tanstack/react-query'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { registryKeys } from './registry'

/** What the version's run keeps of its evaluation. What was logged does not change. */
export function evaluationQuery(registry: RegistrySource, version: ModelVersion) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'evaluation', version.ref.version],
    queryFn: ({ signal }) => registry.getEvaluation(version, signal),
    staleTime: 5 * 60_000,
  })
}
