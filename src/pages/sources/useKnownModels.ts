import { useQueries } from '@tanstack/react-query'
import type { ServedModel } from '@/domain/model'
import { servedModel } from '@/panels/servedModel'
import { modelsQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'

/** The registered models of all registries, as far as their first page goes. */
export function useKnownModels(): { known: ServedModel[]; complete: boolean; isPending: boolean } {
  const { registries } = useSources()
  const lists = useQueries({ queries: registries.map((registry) => modelsQuery(registry, '', 1)) })
  return {
    known: lists.flatMap((list) => list.data?.models ?? []).map(servedModel),
    complete: lists.every((list) => list.isSuccess && !list.data.more),
    isPending: lists.some((list) => list.isPending),
  }
}
