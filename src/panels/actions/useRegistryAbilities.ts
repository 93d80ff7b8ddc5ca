import { useQuery } from '@tanstack/react-query'
import type { ActionContext } from '@/domain/actions'
import type { RegistrySource } from '@/ports/registry'
import { registryInfoQuery } from '@/queries/registry'

/** What the registry lets decide; until it has said so, nothing is ruled out. */
export function useRegistryAbilities(registry: RegistrySource): ActionContext['registry'] & Pick<ActionContext, 'forbidden'> {
  const { data } = useQuery(registryInfoQuery(registry))
  return {
    product: data?.product ?? registry.id,
    capabilities: data?.capabilities ?? ['promote', 'deprecate'],
    forbidden: registry.readOnly
      ? `${registry.id} is read-only in this deployment: decisions are made in the registry itself, or where it may be written.`
      : null,
  }
}
