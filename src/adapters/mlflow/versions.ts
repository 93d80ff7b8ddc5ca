import { tagNames } from '@/adapters/annotations/index'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion, VersionRef } from '@/domain/version'
import type { Page } from '@/ports/registry'
import type { Connection } from './connection'
import { api, nextToken } from './connection'
import { nameIs } from './filter'
import type { Tolerated } from './tolerant'
import { translateVersion } from './translate'
import { getVersionSchema, searchVersionsSchema } from './wire'
import type { ReadVersion } from './wire'

/** One page of a search over versions, as the server sends them. */
export async function searchVersions(
  { calls }: Connection,
  filter: string,
  page: { pageSize: number; pageToken: string | null },
  signal?: AbortSignal,
  orderBy = 'version_number DESC',
): Promise<Page<Tolerated<ReadVersion>>> {
  const answer = await calls.json(searchVersionsSchema, {
    method: 'GET',
    path: `${api}/model-versions/search`,
    query: {
      filter,
      max_results: page.pageSize,
      order_by: [orderBy],
      page_token: page.pageToken ?? undefined,
    },
    signal,
  })
  return { items: answer.model_versions, nextPageToken: nextToken(answer.next_page_token, page.pageToken) }
}

/** Every page of a search that is expected to find few. */
export async function searchAllVersions(
  connection: Connection,
  filter: string,
  signal?: AbortSignal,
): Promise<readonly Tolerated<ReadVersion>[]> {
  const rows: Tolerated<ReadVersion>[] = []
  let pageToken: string | null = null
  do {
    const page: Page<Tolerated<ReadVersion>> = await searchVersions(
      connection,
      filter,
      { pageSize: 1000, pageToken },
      signal,
    )
    rows.push(...page.items)
    pageToken = page.nextPageToken
  } while (pageToken !== null)
  return rows
}

/** Newest first. */
export async function listVersions(
  connection: Connection,
  model: RegisteredModel,
  page: { pageSize: number; pageToken: string | null },
  signal?: AbortSignal,
): Promise<Page<ModelVersion>> {
  const { name } = model.ref
  const { items, nextPageToken } = await searchVersions(connection, nameIs(name), page, signal)
  return {
    items: items
      .filter(({ value }) => value.name === name)
      .map((row) => translateVersion(row, connection.id, model.aliases)),
    nextPageToken,
  }
}

/** One version, its aliases included. @throws SourceError `not-found` */
export async function readVersionRow(
  { calls }: Connection,
  { name, version }: Pick<VersionRef, 'name' | 'version'>,
  signal?: AbortSignal,
): Promise<Tolerated<ReadVersion>> {
  const answer = await calls.json(getVersionSchema, {
    method: 'GET',
    path: `${api}/model-versions/get`,
    query: { name, version },
    signal,
  })
  return answer.model_version
}

/** Every version that is marked deprecated, across models. */
export async function listDeprecated(connection: Connection, signal?: AbortSignal): Promise<readonly ModelVersion[]> {
  const filter = `tags.\`${tagNames.lifecycle}\` = 'deprecated'`
  const rows = await searchAllVersions(connection, filter, signal)
  return rows.map((row) => translateVersion(row, connection.id, {}))
}
