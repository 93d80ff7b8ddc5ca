import { tagNames } from '@/adapters/annotations/index'
import { requestsIn } from '@/adapters/requests/list'
import { isOpenRequest } from '@/domain/request'
import type { RequestList, RequestsPage } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { chunks, mapLimited } from './concurrency'
import type { Connection } from './connection'
import { isOneOf, nameIs } from './filter'
import { recorded, searchPending } from './pending'
import type { Tolerated } from './tolerant'
import { tagsOf } from './translate'
import { searchAllVersions, searchVersions } from './versions'
import type { ReadVersion } from './wire'

/** The requests on one model's versions. */
export async function listRequests(connection: Connection, name: string, signal?: AbortSignal): Promise<RequestList> {
  const rows = await searchAllVersions(connection, `${nameIs(name)} AND ${recorded}`, signal)
  return requestsOfRows(connection, rows.filter(({ value }) => value.name === name))
}

/** Models with something pending are few: their versions come in one search for every twenty. */
export async function listOpenRequests(connection: Connection, signal?: AbortSignal): Promise<RequestList> {
  const models = await searchPending(connection, signal)
  const names = models.filter(({ value }) => tagsOf(value.tags)[tagNames.pending] === 'yes').map(({ value }) => value.name)
  const rows = await mapLimited(chunks(names, 20), 4, (some) => recordedOf(connection, some, signal))
  const { items, unreadable } = requestsOfRows(connection, rows.flat())
  return { items: items.filter(isOpenRequest), unreadable }
}

/** One page of all requests, closed ones among them, on the versions registered last. */
export async function listRecentRequests(
  connection: Connection,
  page: { pageSize: number; pageToken: string | null },
  signal?: AbortSignal,
): Promise<RequestsPage> {
  const { items, nextPageToken } = await searchVersions(connection, recorded, page, signal, 'creation_timestamp DESC')
  return { ...requestsOfRows(connection, items), nextPageToken }
}

async function recordedOf(
  connection: Connection,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<readonly Tolerated<ReadVersion>[]> {
  const [only] = names
  if (names.length === 1 && only !== undefined) {
    const rows = await searchAllVersions(connection, `${nameIs(only)} AND ${recorded}`, signal)
    return rows.filter(({ value }) => value.name === only)
  }
  try {
    return await searchAllVersions(connection, `${isOneOf('name', names)} AND ${recorded}`, signal)
  } catch (error) {
    // Older servers know no list of names.
    if (!(error instanceof SourceError && error.kind === 'rejected')) throw error
    return (await mapLimited(names, 4, (name) => recordedOf(connection, [name], signal))).flat()
  }
}

function requestsOfRows({ id }: Connection, rows: readonly Tolerated<ReadVersion>[]): RequestList {
  return requestsIn(
    rows.map(({ value }) => ({ model: { source: id, name: value.name }, version: value.version, tags: tagsOf(value.tags) })),
  )
}
