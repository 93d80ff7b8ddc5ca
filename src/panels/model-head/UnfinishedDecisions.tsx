import { useQuery } from '@tanstack/react-query'
import type { RegistrySource } from '@/ports/registry'
import { changesQuery } from '@/queries/registry'
import { UnfinishedDecision } from './UnfinishedDecision'

/** The decisions on a model that were begun and not ended. Draws nothing where there are none. */
export function UnfinishedDecisions({ registry, name }: { registry: RegistrySource; name: string }) {
  const { data } = useQuery(changesQuery(registry, name))
  const open = data?.filter(({ status }) => status === 'intended') ?? []
  return open.map((change) => <UnfinishedDecision key={change.id} registry={registry} change={change} />)
}
