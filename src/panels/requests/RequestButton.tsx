import { useQuery } from '@tanstack/react-query'
import { availableActions } from '@/domain/actions'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { decisiveRequest } from '@/domain/request'
import type { ModelVersion } from '@/domain/version'
import { useRegistryAbilities } from '@/panels/actions/useRegistryAbilities'
import type { RegistrySource } from '@/ports/registry'
import { requestsQuery } from '@/queries/requests'
import { Button } from '@/ui/controls/Button'
import { useOpenRequest } from './useOpenRequest'

export interface RequestButtonProps {
  registry: RegistrySource
  model: RegisteredModel
  version: ModelVersion
}

/** Asks for a promotion instead of carrying it out. Not there while a request is open, or where nothing can be promoted. */
export function RequestButton({ registry, model, version }: RequestButtonProps) {
  const { show } = useOpenRequest()
  const abilities = useRegistryAbilities(registry)
  const { data } = useQuery(requestsQuery(registry, model.ref.name))
  const possible = availableActions(version, {
    production: productionOf(model, registry.aliasNames),
    candidate: candidateOf(model, registry.aliasNames),
    forbidden: abilities.forbidden,
    registry: abilities,
  }).promote.possible
  if (!possible || data === undefined) return null
  if (decisiveRequest(data.items.filter((request) => request.version === version.ref.version)) !== null) return null
  return <Button onClick={() => show(version.ref.version)}>Request promotion</Button>
}
