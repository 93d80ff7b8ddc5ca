import type * as z from 'zod/mini'
import { createHttp, type HttpOptions, type HttpRequest } from '@/adapters/http'
import type { EpochMs } from '@/domain/time'
import { SourceError } from '@/ports/sourceError'
import { refusal, serverError, translateError } from './errors'
import { alertsAnswer, buildInfoAnswer, labelValuesAnswer, queryAnswer, rulesAnswer } from './wire'
import type { BuildInfo, ErrorEnvelope, QueryData, Success, WireAlert, WireRuleGroups } from './wire'

export interface Answer<T> {
  data: T
  /** What the server warns of, and whether it answered in part, in words. */
  notes: string[]
  /** It warned, or answered in part. */
  incomplete?: boolean
}

export interface ApiOptions {
  id: string
  baseUrl: string
  fetch?: HttpOptions['fetch']
}

/** The calls of the HTTP API that are used. Each rejects with SourceError. */
export interface PrometheusApi {
  query(query: string, at: EpochMs, signal?: AbortSignal): Promise<Answer<QueryData>>
  queryRange(
    query: string,
    range: { from: EpochMs; to: EpochMs; stepMs: number },
    signal?: AbortSignal,
  ): Promise<Answer<QueryData>>
  /** Which of these metric names have samples between two instants. */
  existing(names: readonly string[], from: EpochMs, to: EpochMs, signal?: AbortSignal): Promise<string[]>
  buildInfo(signal?: AbortSignal): Promise<BuildInfo>
  /** What is pending or firing. */
  alerts(signal?: AbortSignal): Promise<Answer<{ alerts: WireAlert[] | null }>>
  /** The alerting rules by group; servers that do not know the parameter list all rules. */
  rules(signal?: AbortSignal): Promise<Answer<{ groups: WireRuleGroups }>>
}

const product = 'Prometheus'

export function createApi(options: ApiOptions): PrometheusApi {
  const { id, baseUrl } = options
  const http = createHttp({ source: id, product, baseUrl, readError: serverError, fetch: options.fetch })

  async function ask<T>(
    schema: z.ZodMiniType<Success<T> | ErrorEnvelope>,
    request: HttpRequest,
  ): Promise<Answer<T>> {
    try {
      const answer = await http.json(schema, request)
      if (answer.status === 'error') throw refusal(id, product, answer)
      return { data: answer.data, notes: notesOf(answer), incomplete: answer.isPartial === true || (answer.warnings ?? []).length > 0 }
    } catch (error) {
      throw error instanceof SourceError ? translateError(error) : error
    }
  }

  return {
    query: (query, at, signal) =>
      ask(queryAnswer, {
        method: 'POST',
        path: '/api/v1/query',
        form: { query, time: seconds(at) },
        signal,
      }),
    queryRange: (query, { from, to, stepMs }, signal) =>
      ask(queryAnswer, {
        method: 'POST',
        path: '/api/v1/query_range',
        form: { query, start: seconds(from), end: seconds(to), step: seconds(stepMs) },
        signal,
      }),
    async existing(names, from, to, signal) {
      if (names.length === 0) return []
      const { data } = await ask(labelValuesAnswer, {
        method: 'GET',
        path: '/api/v1/label/__name__/values',
        query: {
          'match[]': [`{__name__=~"${names.join('|')}"}`],
          start: seconds(from),
          end: seconds(to),
        },
        signal,
      })
      return data ?? []
    },
    async buildInfo(signal) {
      return (await ask(buildInfoAnswer, { method: 'GET', path: '/api/v1/status/buildinfo', signal })).data
    },
    alerts: (signal) => ask(alertsAnswer, { method: 'GET', path: '/api/v1/alerts', signal }),
    rules: (signal) => ask(rulesAnswer, { method: 'GET', path: '/api/v1/rules', query: { type: 'alert' }, signal }),
  }
}

/** The API takes seconds, with a fraction where there is one. */
function seconds(ms: number): string {
  return String(ms / 1000)
}

function notesOf({ warnings, infos, isPartial }: Success<unknown>): string[] {
  const partial = isPartial === true ? ['Some storage nodes did not answer: what is shown may be incomplete.'] : []
  const warned = (warnings ?? []).map((warning) => `The source warns that this may be incomplete or wrong: ${warning.replace(/[^.!?…]$/, '$&.')}`)
  return [...partial, ...warned, ...(infos ?? [])]
}
