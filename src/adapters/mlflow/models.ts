import type { RegisteredModel } from '@/domain/model'
import type { ModelQuery, Page } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import type { Connection } from './connection'
import { api, nextToken } from './connection'
import { nameContains, nameIs } from './filter'
import type { Tolerated } from './tolerant'
import { translateModel } from './translate'
import { searchModelsSchema } from './wire'
import type { ReadModel } from './wire'

/** More is refused. */
const mostModels = 1000

export async function listModels(
  { calls, id }: Connection,
  { search, pageSize, pageToken }: ModelQuery,
  signal?: AbortSignal,
): Promise<Page<RegisteredModel>> {
  const answer = await calls.json(searchModelsSchema, {
    method: 'GET',
    path: `${api}/registered-models/search`,
    query: {
      filter: search === '' ? undefined : nameContains(search),
      max_results: Math.min(pageSize, mostModels),
      order_by: ['name ASC'],
      page_token: pageToken ?? undefined,
    },
    signal,
  })
  const part = search.toLowerCase()
  return {
    items: answer.registered_models
      // What `_` and `%` matched too much, and prompts of servers that do not exclude them.
      .filter(({ value }) => value.name.toLowerCase().includes(part) && !isPrompt(value))
      .map((row) => translateModel(row, id)),
    nextPageToken: nextToken(answer.next_page_token, pageToken),
  }
}

/**
 * One model in one search by name: it answers aliases and tags at once, where `get` walks every version.
 * @throws SourceError `not-found`
 */
export async function readModelRow(
  { calls, id }: Connection,
  name: string,
  signal?: AbortSignal,
): Promise<Tolerated<ReadModel>> {
  let token: string | null = null
  do {
    const answer: { registered_models: readonly Tolerated<ReadModel>[]; next_page_token?: string | null | undefined } =
      await calls.json(searchModelsSchema, {
        method: 'GET',
        path: `${api}/registered-models/search`,
        query: { filter: nameIs(name), max_results: 100, page_token: token ?? undefined },
        signal,
      })
    const row = answer.registered_models.find(({ value }) => value.name === name)
    if (row !== undefined && !isPrompt(row.value)) return row
    token = nextToken(answer.next_page_token, token)
  } while (token !== null)
  throw new SourceError({
    source: id,
    kind: 'not-found',
    message: `MLflow (${id}) has no registered model named "${name}".`,
    advice: 'It may have been deleted or renamed, or may not be shown to you: reload the list.',
  })
}

/** Prompts share the table of models. https://mlflow.org/docs/latest/genai/prompt-registry/ */
function isPrompt(model: ReadModel): boolean {
  return model.tags.some(({ key, value }) => key === 'mlflow.prompt.is_prompt' && value === 'true')
}
