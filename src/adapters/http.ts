import type * as z from 'zod/mini'
import { parseAs, parseJson } from './httpBody'
import type { Call } from './httpFault'
import { answerFault, networkFault, timeoutFault, tooLargeFault } from './httpFault'

export type QueryValue = string | number | readonly string[] | undefined

/** One call. At most one of `json` and `form` is the body. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the source's address, with a leading slash; its parts already encoded. */
  path: string
  /** `undefined` is left out, an array becomes a repeated parameter. */
  query?: Readonly<Record<string, QueryValue>>
  json?: unknown
  form?: Readonly<Record<string, QueryValue>>
  signal?: AbortSignal | undefined
  /** Larger answers are given up with `unsupported`. */
  maxBytes?: number
}

/** What a protocol says in the body of an error. */
export interface ServerError {
  code?: string | undefined
  message?: string | undefined
}

export interface HttpOptions {
  /** The source's id in config.json, named by every error. */
  source: string
  /** The product's name for sentences: `MLflow`. */
  product: string
  /** Absolute, or a path of this host: `/proxy/mlflow`. */
  baseUrl: string
  /** For tests, and for what has to sign its requests. */
  fetch?: typeof fetch
  /** For the whole call, its body included. */
  timeoutMs?: number
  headers?: Readonly<Record<string, string>>
  /** Reads the protocol's own code and message from a parsed error body; `null`: it is none. */
  readError?: (body: unknown) => ServerError | null
}

/**
 * One source over HTTP. Every method rejects with SourceError, or with the signal's reason when aborted.
 * It never retries: whoever asked knows whether asking again is safe.
 */
export interface Http {
  readonly source: string
  readonly product: string
  readonly baseUrl: string
  /** The address of a call, for links and downloads. */
  url(path: string, query?: HttpRequest['query']): string
  /** The answer, checked; bare `NaN` and `Infinity` in it arrive as strings. */
  json<S extends z.core.$ZodType>(schema: S, request: HttpRequest): Promise<z.core.output<S>>
  text(request: HttpRequest): Promise<string>
  /** The bytes of the answer, for a file to keep. */
  blob(request: HttpRequest): Promise<Blob>
}

/** The only place that fetches. */
export function createHttp(options: HttpOptions): Http {
  const { source, product, timeoutMs = 15_000, headers = {} } = options
  const readError = options.readError ?? (() => null)
  // Looked up at each call: tests and the demo's worker replace it after start.
  const send = options.fetch ?? ((...args: Parameters<typeof fetch>) => globalThis.fetch(...args))
  const baseUrl = options.baseUrl.replace(/\/+$/, '')

  const url: Http['url'] = (path, query = {}) => {
    const search = toParams(query).toString()
    return baseUrl + path + (search === '' ? '' : `?${search}`)
  }

  async function exchange<T>(
    request: HttpRequest,
    accept: string,
    read: (response: Response, maxBytes?: number) => Promise<T | null>,
  ): Promise<{ content: T; call: Call }> {
    const { method, path, signal } = request
    signal?.throwIfAborted()
    const call: Call = { source, product, method, path }
    const timeout = AbortSignal.timeout(timeoutMs)
    try {
      const response = await send(url(path, request.query), {
        method,
        headers: { Accept: accept, ...contentType(request), ...headers },
        ...body(request),
        credentials: 'same-origin',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      })
      if (!response.ok) throw answerFault(call, response, (await readText(response, request.maxBytes)) ?? '', readError)
      const content = await read(response, request.maxBytes)
      if (content === null) throw tooLargeFault(call, request.maxBytes ?? 0)
      return { content, call }
    } catch (cause) {
      signal?.throwIfAborted()
      if (timeout.aborted) throw timeoutFault(call, timeoutMs)
      throw networkFault(call, cause)
    }
  }

  return {
    source,
    product,
    baseUrl,
    url,
    async json(schema, request) {
      const { content, call } = await exchange(request, 'application/json', readText)
      return parseAs(call, schema, parseJson(call, content))
    },
    async text(request) {
      return (await exchange(request, '*/*', readText)).content
    },
    async blob(request) {
      return (await exchange(request, '*/*', (response) => response.blob())).content
    },
  }
}

function toParams(query: Readonly<Record<string, QueryValue>>): URLSearchParams {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const one of typeof value === 'object' ? value : [value]) params.append(key, String(one))
  }
  return params
}

function contentType(request: HttpRequest): Record<string, string> {
  if (request.json !== undefined) return { 'Content-Type': 'application/json' }
  if (request.form !== undefined) return { 'Content-Type': 'application/x-www-form-urlencoded' }
  return {}
}

function body(request: HttpRequest): { body?: string } {
  if (request.json !== undefined) return { body: JSON.stringify(request.json) }
  if (request.form !== undefined) return { body: toParams(request.form).toString() }
  return {}
}

/** `null` above `maxBytes`; the rest of the answer is then not read. */
async function readText(response: Response, maxBytes = Number.POSITIVE_INFINITY): Promise<string | null> {
  if (response.body === null || maxBytes === Number.POSITIVE_INFINITY) return response.text()
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
