import { tagNames } from '@/adapters/annotations/index'
import type { Connection } from './connection'
import { api, nextToken } from './connection'
import type { Tolerated } from './tolerant'
import { searchModelsSchema } from './wire'
import type { ReadModel } from './wire'

/** Versions that carry records or requests. LIKE '%' is how this filter says "has the tag". */
export const recorded = `tags.\`${tagNames.changed}\` LIKE '%'`
const pending = `tags.\`${tagNames.pending}\` = 'yes'`

/** The models with an open request or an unfinished decision. */
export async function searchPending({ calls }: Connection, signal?: AbortSignal): Promise<readonly Tolerated<ReadModel>[]> {
  const rows: Tolerated<ReadModel>[] = []
  let pageToken: string | null = null
  do {
    const answer: { registered_models: readonly Tolerated<ReadModel>[]; next_page_token?: string | null | undefined } =
      await calls.json(searchModelsSchema, {
        method: 'GET',
        path: `${api}/registered-models/search`,
        query: { filter: pending, max_results: 200, page_token: pageToken ?? undefined },
        signal,
      })
    rows.push(...answer.registered_models)
    pageToken = nextToken(answer.next_page_token, pageToken)
  } while (pageToken !== null)
  return rows
}
