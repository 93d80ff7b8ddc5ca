import * as z from 'zod/mini'
import { createHttp } from '@/adapters/http'
import type { Http, HttpOptions } from '@/adapters/http'
import type { AliasNames } from '@/domain/lifecycle'
import type { ExtraNames } from '@/domain/quality/metricName'
import type { Clock } from '@/domain/time'
import { SourceError } from '@/ports/sourceError'
import { errorSchema } from './wire'

/** One MLflow server, as config.json names it. */
export interface MlflowOptions {
  id: string
  baseUrl: string
  aliasNames: AliasNames
  readOnly: boolean
  clock: Clock
  /** Where a person's browser opens MLflow's own UI; default `baseUrl`. `null`: nowhere, nor can a script reach the server. */
  webUrl?: string | null
  /** Further names under which runs log a measure. */
  metricNames?: ExtraNames
  http?: Pick<HttpOptions, 'fetch' | 'timeoutMs' | 'headers'>
}

/** What every part of the adapter works with. */
export interface Connection extends MlflowOptions {
  calls: Http
}

export const api = '/api/2.0/mlflow'

export function connectTo(options: MlflowOptions): Connection {
  const calls = createHttp({
    ...options.http,
    source: options.id,
    product: 'MLflow',
    baseUrl: options.baseUrl,
    readError(body) {
      const said = z.safeParse(errorSchema, body)
      if (!said.success || typeof said.data.error_code !== 'string') return null
      return { code: said.data.error_code, message: said.data.message ?? undefined }
    },
  })
  return { ...options, calls }
}

/** Resolves with `instead` where the server does not know what was asked for. */
export async function orWhenMissing<T, U>(asked: Promise<T>, instead: U): Promise<T | U> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'not-found') return instead
    throw error
  }
}

/**
 * The token of the next page; `null` on the last. A server that repeats the token would be asked for ever:
 * https://mlflow.org/docs/latest/api_reference/rest-api.html (tokens are offsets).
 */
export function nextToken(token: string | null | undefined, current: string | null): string | null {
  return token && token !== current ? token : null
}
