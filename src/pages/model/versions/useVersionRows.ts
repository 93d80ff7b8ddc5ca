import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import type { RegisteredModel } from '@/domain/model'
import { decisiveRequest } from '@/domain/request'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { servedModel } from '@/panels/servedModel'
import { useVersionFigures, type VersionFigures } from '@/panels/version/useVersionFigures'
import type { RegistrySource } from '@/ports/registry'
import { runsQuery, versionsQuery } from '@/queries/registry'
import { requestsQuery } from '@/queries/requests'
import type { Loadable } from '@/ui/frame/loadable'
import { rolesOf, type VersionRow } from './versionRow'

/** Versions whose runs are asked together. */
const blockSize = 50

export interface VersionRows {
  state: Loadable<readonly VersionRow[]>
  /** The registry has more than was loaded; loads the next page. */
  more: { load: () => void; loading: boolean } | null
  figures: VersionFigures
  /** What was logged could not be read for some. */
  runTrouble: { error: Error; retry: () => void } | null
}

/** The versions that were loaded, newest first as the registry gives them, with what was logged and what they serve. */
export function useVersionRows(registry: RegistrySource, name: string, model: RegisteredModel | undefined): VersionRows {
  const versions = useInfiniteQuery({ ...versionsQuery(registry, name, model), placeholderData: keepPreviousData })
  const loaded = versions.data?.pages.flatMap(({ items }) => items) ?? []
  const blocks = Array.from({ length: Math.ceil(loaded.length / blockSize) }, (_, index) =>
    loaded.slice(index * blockSize, (index + 1) * blockSize),
  )
  const runs = useQueries({ queries: blocks.map((block) => runsQuery(registry, block)) })
  const requests = useQuery(requestsQuery(registry, name))
  const figures = useVersionFigures(model ? servedModel(model) : null)
  const role = model && rolesOf(model, registry.aliasNames, loaded)

  const runOf = (version: ModelVersion, index: number) => {
    const id = runIdOf(version)
    if (id === null) return null
    const block = runs[Math.floor(index / blockSize)]
    return block?.isPending ? undefined : (block?.data?.get(id) ?? null)
  }
  const rows =
    role &&
    versions.data &&
    loaded.map((version, index): VersionRow => ({
      version,
      role: role(version),
      run: runOf(version, index),
      live: figures.of(version.ref.version),
      request: decisiveRequest((requests.data?.items ?? []).filter((request) => request.version === version.ref.version)),
    }))
  const failed = runs.filter(({ error }) => error)
  return {
    state: { ...versions, data: rows },
    more: versions.hasNextPage ? { load: () => void versions.fetchNextPage(), loading: versions.isFetchingNextPage } : null,
    figures,
    runTrouble: failed[0]?.error ? { error: failed[0].error, retry: () => failed.forEach((query) => void query.refetch()) } : null,
  }
}
