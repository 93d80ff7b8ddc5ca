import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RegisteredModel } from '@/domain/model'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import type { RegistrySource } from '@/ports/registry'
import { runsQuery, versionsQuery } from '@/queries/registry'
import type { Loadable } from '@/ui/frame/loadable'

/** A version and what its run logged. */
export interface MeasuredVersion {
  version: ModelVersion
  /** `null`: it has no run, or the registry lost it. */
  run: Run | null
}

export interface MeasuredVersions {
  /** Oldest first. */
  state: Loadable<readonly MeasuredVersion[]>
  /** The registry has more than was loaded; loads the next page. */
  more: { load: () => void; loading: boolean } | null
}

/** Versions whose runs are asked together: as the first tab does, so that both share the answer. */
const blockSize = 50

/** The loaded versions of a model with what their runs logged; what stopped the model stops them. */
export function useMeasuredVersions(registry: RegistrySource, name: string, model: Loadable<RegisteredModel>): MeasuredVersions {
  const versions = useInfiniteQuery({ ...versionsQuery(registry, name, model.data), placeholderData: keepPreviousData })
  const loaded = useMemo(() => versions.data?.pages.flatMap(({ items }) => items), [versions.data])
  const blocks = Array.from({ length: Math.ceil((loaded?.length ?? 0) / blockSize) }, (_, index) =>
    (loaded ?? []).slice(index * blockSize, (index + 1) * blockSize),
  )
  const runs = useQueries({ queries: blocks.map((block) => runsQuery(registry, block)) })
  const answers = runs.map(({ data }) => data)
  const measured = loaded === undefined || answers.includes(undefined) ? undefined : measure(loaded, answers)
  const failed = model.data === undefined && model.error != null ? [model] : []
  return {
    state: joinLoadables([...failed, versions, ...runs], measured),
    more: versions.hasNextPage ? { load: () => void versions.fetchNextPage(), loading: versions.isFetchingNextPage } : null,
  }
}

function measure(versions: readonly ModelVersion[], answers: readonly (ReadonlyMap<string, Run> | undefined)[]): readonly MeasuredVersion[] {
  const runOf = (version: ModelVersion) => {
    const id = runIdOf(version)
    return id === null ? null : (answers.find((answer) => answer?.has(id))?.get(id) ?? null)
  }
  return versions.map((version) => ({ version, run: runOf(version) })).toReversed()
}
