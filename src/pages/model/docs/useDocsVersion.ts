import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { versionQuery, versionsQuery } from '@/queries/registry'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'

/** Which version's documentation is shown: the one of the address, else the champion, else the newest. */
export function useDocsVersion(registry: RegistrySource, name: string, model: RegisteredModel | undefined) {
  const [params, change] = useAddressParams()
  const versions = useInfiniteQuery(versionsQuery(registry, name, model))
  const loaded = versions.data?.pages.flatMap(({ items }) => items.map(({ ref }) => ref.version)) ?? []
  const production = model ? productionOf(model, registry.aliasNames) : null
  const asked = params.get('version')
  const chosen = asked ?? production?.version ?? loaded[0] ?? null
  const ref = { source: registry.id, name, version: chosen ?? '' }
  const state = useQuery({ ...versionQuery(registry, ref), enabled: chosen !== null })
  return {
    versions,
    loaded,
    production,
    candidate: model ? candidateOf(model, registry.aliasNames) : null,
    /** `null`: there is no version, or none is known yet. */
    chosen,
    ref,
    state,
    choose: (version: string | null) =>
      change((after) => setOrDelete(after, 'version', version === production?.version ? null : version)),
  }
}
