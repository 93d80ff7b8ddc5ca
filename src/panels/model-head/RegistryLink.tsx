import { useQuery } from '@tanstack/react-query'
import type { ModelRef } from '@/domain/model'
import type { VersionRef } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { registryInfoQuery } from '@/queries/registry'
import { ExternalLink } from '@/ui/controls/ExternalLink'

/** `Open in MLflow`: the same thing in the registry's own interface. Draws nothing where it has none. */
export function RegistryLink({ registry, to }: { registry: RegistrySource; to: ModelRef | VersionRef }) {
  const { data: info } = useQuery(registryInfoQuery(registry))
  const url = registry.webUrl(to)
  return url === null ? null : <ExternalLink href={url}>Open in {info?.product ?? registry.id}</ExternalLink>
}
