import { useQueries } from '@tanstack/react-query'
import type { PlacedRequest } from '@/domain/request'
import { useRefetchInterval } from '@/panels/timeControls'
import type { RegistrySource, UnreadableRecord } from '@/ports/registry'
import { openRequestsQuery } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

/** Open requests of every registry, those that wait for an approval first, the oldest of them at the top. */
export interface OpenRequests {
  items: readonly { registry: RegistrySource; request: PlacedRequest }[]
  unreadable: readonly UnreadableRecord[]
}

export function useOpenRequests(): { state: Loadable<OpenRequests>; troubles: readonly { id: string; error: Error; retry: () => void }[] } {
  const { registries } = useSources()
  const refetchInterval = useRefetchInterval()
  const lists = useQueries({ queries: registries.map((registry) => ({ ...openRequestsQuery(registry), refetchInterval })) })
  const items = registries.flatMap((registry, index) => (lists[index]?.data?.items ?? []).map((request) => ({ registry, request })))
  const answered = lists.filter(({ data }) => data !== undefined)
  const failed = lists.flatMap((list, index) => {
    const id = registries[index]?.id
    return list.error && id !== undefined ? [{ id, error: list.error, retry: () => void list.refetch() }] : []
  })
  return {
    state: {
      data: answered.length === 0 ? undefined : { items: items.toSorted(byUrgency), unreadable: lists.flatMap(({ data }) => data?.unreadable ?? []) },
      error: answered.length === 0 || lists.length === 1 ? (failed[0]?.error ?? null) : null,
      isPending: answered.length === 0 && lists.some(({ isPending }) => isPending),
      isFetching: lists.some(({ isFetching }) => isFetching),
      dataUpdatedAt: Math.min(...answered.map(({ dataUpdatedAt }) => dataUpdatedAt)),
      refetch: () => Promise.all(lists.map(({ refetch }) => refetch())),
    },
    troubles: lists.length > 1 && answered.length > 0 ? failed : [],
  }
}

function byUrgency(a: { request: PlacedRequest }, b: { request: PlacedRequest }): number {
  return rank(a.request) - rank(b.request) || a.request.at - b.request.at
}

function rank({ status }: PlacedRequest): number {
  return status === 'requested' ? 0 : 1
}
