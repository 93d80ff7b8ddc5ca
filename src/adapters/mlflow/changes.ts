import { changesOf, intentsOf } from '@/adapters/annotations/index'
import type { ChangesPage, RecordedChange, UnreadableRecord } from '@/ports/registry'
import type { Connection } from './connection'
import { recorded, searchPending } from './pending'
import { tagsOf } from './translate'
import { searchVersions } from './versions'

type Found = Pick<ChangesPage, 'items' | 'unreadable'>

/** Records by the tag that marks the versions which carry one; what is under way comes with the first page. */
export async function listRecentChanges(
  connection: Connection,
  page: { pageSize: number; pageToken: string | null },
  signal?: AbortSignal,
): Promise<ChangesPage> {
  // Intents first: one that ends in between is then shown twice at worst, never missing.
  const open = page.pageToken === null ? await listOpen(connection, signal) : nothing
  const { items, nextPageToken } = await searchVersions(connection, recorded, page, signal, 'creation_timestamp DESC')
  const found = items.map(({ value }) => {
    const place = { model: { source: connection.id, name: value.name }, version: value.version }
    const { changes, problems } = changesOf(tagsOf(value.tags))
    return {
      items: changes.map((change): RecordedChange => ({ ...change, ...place })),
      unreadable: problems.map((problem): UnreadableRecord => ({ ...place, problem })),
    }
  })
  return {
    items: [open, ...found].flatMap((one) => one.items),
    unreadable: [open, ...found].flatMap((one) => one.unreadable),
    versions: items.length,
    nextPageToken,
  }
}

const nothing: Found = { items: [], unreadable: [] }

/** The decisions under way on any model. Requests are pending too: their models come along and add nothing. */
async function listOpen(connection: Connection, signal?: AbortSignal): Promise<Found> {
  const models = await searchPending(connection, signal)
  const found = models.map(({ value }) => {
    const model = { source: connection.id, name: value.name }
    const { intents, problems } = intentsOf(tagsOf(value.tags))
    return {
      items: intents.map(({ change, version }): RecordedChange => ({ ...change, model, version })),
      unreadable: problems
        .map((problem): UnreadableRecord => ({ model, version: null, problem })),
    }
  })
  return { items: found.flatMap((one) => one.items), unreadable: found.flatMap((one) => one.unreadable) }
}
