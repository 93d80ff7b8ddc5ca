import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { registryKeys } from './registry'

/** Named versions of a model in one call, with its aliases; what the registry does not have is absent. */
export function chosenVersionsQuery(registry: RegistrySource, model: RegisteredModel, versions: readonly string[]) {
  return queryOptions({
    queryKey: [...registryKeys.model(model.ref), 'chosen', versions, model.aliases],
    queryFn: async ({ signal }) => {
      const found = await registry.getVersions(versions.map((version) => ({ ...model.ref, version })), signal)
      return found.map((version) => ({ ...version, aliases: aliasesOf(model, version.ref.version) }))
    },
    // Adding a version must not blank the others.
    placeholderData: keepPreviousData,
  })
}

function aliasesOf({ aliases }: RegisteredModel, version: string): readonly string[] {
  return Object.entries(aliases).flatMap(([alias, at]) => (at === version ? alias : []))
}
