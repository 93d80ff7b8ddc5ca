import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { versionQuery, versionsQuery } from '@/queries/registry'

/** Which version's documentation is shown: the one of the address, else the champion, else the newest. */
export function useDocsVersion(registry: RegistrySource, name: string, model: RegisteredModel | undefined) {
  const [params, setParams] = useSearchParams()
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
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          if (version === null || version === production?.version) after.delete('version')
          else after.set('version', version)
          return after
        },
        { replace: true, preventScrollReset: true },
      ),
  }
}
