import { experimental_streamedQuery as streamedQuery, queryOptions } from '@tanstack/react-query'
import { mergeChanges } from '@/domain/change'
import type { ChangesPage, RecordedChange, RegistrySource, UnreadableRecord } from '@/ports/registry'

/** Below the key that every command invalidates. */
const changesKey = 'changes'

/** Versions in one page: MLflow answers so many in 80 ms. */
const pageSize = 1000

/** What was read so far of the decisions across models. */
export interface RecentChanges {
  /** Newest first; the whole time line only when `complete`. */
  changes: readonly RecordedChange[]
  unreadable: readonly UnreadableRecord[]
  /** Versions that carry records and were looked at. */
  versions: number
  pages: number
  /** `false`: there are further pages. */
  complete: boolean
}

const nothingRead: RecentChanges = { changes: [], unreadable: [], versions: 0, pages: 0, complete: false }

/**
 * Decisions on all models of a registry, page after page up to `mostPages`; what has come is there before
 * the rest has. Cancelling the query keeps it. A refetch shows the old until all of the new is there.
 */
export function recentChangesQuery(registry: RegistrySource, mostPages: number) {
  return queryOptions({
    queryKey: [changesKey, registry.id, mostPages],
    queryFn: streamedQuery<ChangesPage, RecentChanges, (string | number)[]>({
      streamFn: ({ signal }) => pagesOf(registry, mostPages, signal),
      refetchMode: 'replace',
      reducer: addPage,
      initialValue: nothingRead,
    }),
  })
}

async function* pagesOf(registry: RegistrySource, mostPages: number, signal: AbortSignal): AsyncGenerator<ChangesPage> {
  let pageToken: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const read: ChangesPage = await registry.listRecentChanges({ pageSize, pageToken }, signal)
    yield read
    pageToken = read.nextPageToken
    if (pageToken === null) return
  }
}

function addPage(before: RecentChanges, page: ChangesPage): RecentChanges {
  return {
    changes: mergeChanges(before.changes, page.items),
    unreadable: [...before.unreadable, ...page.unreadable],
    versions: before.versions + page.versions,
    pages: before.pages + 1,
    complete: page.nextPageToken === null,
  }
}
