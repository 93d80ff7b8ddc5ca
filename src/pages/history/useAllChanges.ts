import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { mergeChanges } from '@/domain/change'
import { useRefetchInterval } from '@/panels/timeControls'
import type { RecordedChange, UnreadableRecord } from '@/ports/registry'
import { recentChangesQuery } from '@/queries/changes'
import { useSources } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

/** 10,000 versions with records: about two seconds of MLflow's time and some megabytes. */
const pagesAtFirst = 10

/** The decisions of every registry, as far as they were read. */
export interface AllChanges {
  changes: readonly RecordedChange[]
  unreadable: readonly UnreadableRecord[]
  /** Versions that carry records and were looked at. */
  versions: number
  complete: boolean
}

export interface AllChangesState {
  state: Loadable<AllChanges>
  /** Pages are on their way. */
  reading: boolean
  /** Ends the reading; what came stays. */
  stop: () => void
  /** Goes on where the reading was stopped, or twice as far as it went. */
  readOn: () => void
  /** Registries that failed while others answered. */
  troubles: readonly { id: string; error: Error; retry: () => void }[]
}

/** Reads the decisions across models from every registry at once, page by page. */
export function useAllChanges(): AllChangesState {
  const { registries } = useSources()
  const client = useQueryClient()
  const [mostPages, setMostPages] = useState(pagesAtFirst)
  const interval = useRefetchInterval()
  const queries = registries.map((registry) => recentChangesQuery(registry, mostPages))
  const results = useQueries({
    queries: queries.map((query) => ({
      ...query,
      // A history of many pages is read again when somebody asks for it.
      refetchInterval: ({ state }: { state: { data?: { pages: number } | undefined } }) => (state.data?.pages === 1 ? interval : false),
    })),
  })
  const read = results.flatMap(({ data }) => data ?? [])
  const errors = results.map(({ error }) => error)
  const incomplete = results.filter(({ data, error }) => data?.complete !== true && error === null)
  return {
    state: {
      data:
        read.length === 0
          ? undefined
          : {
              changes: mergeChanges(...read.map(({ changes }) => changes)),
              unreadable: read.flatMap(({ unreadable }) => unreadable),
              versions: read.reduce((sum, { versions }) => sum + versions, 0),
              complete: read.length === results.length && read.every(({ complete }) => complete),
            },
      // Beside registries that answer, one that fails is said on its own.
      error: read.length === 0 || results.length === 1 ? (errors.find((error) => error !== null) ?? null) : null,
      isPending: read.length === 0 && results.some(({ isPending }) => isPending),
      isFetching: results.some(({ isFetching }) => isFetching),
      dataUpdatedAt: Math.min(...results.filter(({ data }) => data).map(({ dataUpdatedAt }) => dataUpdatedAt)),
      refetch: () => results.forEach((result) => void result.refetch()),
    },
    reading: incomplete.some(({ isFetching }) => isFetching),
    stop: () => queries.forEach(({ queryKey }) => void client.cancelQueries({ queryKey })),
    readOn: () => {
      if (read.some(({ complete, pages }) => !complete && pages >= mostPages)) setMostPages(2 * mostPages)
      else results.forEach((result) => result.data?.complete !== true && void result.refetch())
    },
    troubles:
      results.length === 1 || read.length === 0
        ? []
        : results.flatMap(({ error, refetch }, index) =>
            error ? [{ id: registries[index]?.id ?? '', error, retry: () => void refetch() }] : [],
          ),
  }
}
