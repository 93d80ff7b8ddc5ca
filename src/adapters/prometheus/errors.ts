import * as z from 'zod/mini'
import type { ServerError } from '@/adapters/http'
import { SourceError, type SourceErrorKind } from '@/ports/sourceError'
import { errorEnvelope, type ErrorEnvelope } from './wire'

interface Meaning {
  kind: SourceErrorKind
  advice: string
}

const narrower = 'Choose a shorter range or fewer models.'
const reload = 'Try again; if it stays so, see the log of the server.'
const refused: Meaning = {
  kind: 'rejected',
  advice: 'If config.json overrides this query or its labels, check it there: the message says where it breaks.',
}

/** `errorType`, as https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview and its source name them. */
const meanings: Readonly<Record<string, Meaning>> = {
  bad_data: refused,
  execution: { kind: 'rejected', advice: `${narrower} If config.json overrides this query, check it there.` },
  timeout: { kind: 'timeout', advice: narrower },
  canceled: { kind: 'timeout', advice: narrower },
  internal: { kind: 'server', advice: reload },
  unavailable: { kind: 'server', advice: 'The server is starting or overloaded: it answers again by itself.' },
  not_found: { kind: 'not-found', advice: 'Is this server recent enough, and is the address right?' },
  not_acceptable: { kind: 'invalid-response', advice: 'Does anything between here and the server change requests?' },
  // VictoriaMetrics has the HTTP status here.
  '400': refused,
  '422': refused,
  '503': { kind: 'timeout', advice: narrower },
}

/** Grafana, where it stands in front: https://grafana.com/docs/grafana/latest/developers/http_api/data_source/ */
const grafanaRefusal = z.object({ message: z.string() })

/** The protocol's own words in an error's body; `null`: it is not this protocol's. */
export function serverError(body: unknown): ServerError | null {
  const parsed = z.safeParse(errorEnvelope, body)
  if (parsed.success) return { code: parsed.data.errorType, message: parsed.data.error }
  const grafana = z.safeParse(grafanaRefusal, body)
  return grafana.success ? { message: grafana.data.message } : null
}

/** Gives an HTTP error the kind that its `errorType` means: a proxy's 503 is not a query's timeout. */
export function translateError(error: SourceError): SourceError {
  const meaning = error.code === undefined ? undefined : meanings[error.code]
  if (meaning === undefined) return error
  const { source, message, status, code, retryAfterMs, cause } = error
  return new SourceError({
    source,
    message,
    ...meaning,
    ...(status === undefined ? {} : { status }),
    ...(code === undefined ? {} : { code }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    cause,
  })
}

/** An error that came as HTTP 200, as some proxies make it. */
export function refusal(source: string, product: string, { errorType, error }: ErrorEnvelope): SourceError {
  const code = errorType === undefined ? '' : ` ${errorType}`
  const words = error === undefined ? '.' : `: ${error}`
  return new SourceError({
    source,
    kind: 'server',
    advice: reload,
    message: `${product} (${source}) refused${code}${words}`,
    ...(errorType === undefined ? {} : { code: errorType }),
  })
}

/** A call that not every compatible server has, or that what stands in front of it keeps back while it lets queries through. */
export function isNotOffered(error: unknown): error is SourceError {
  return error instanceof SourceError && ['not-found', 'rejected', 'unsupported', 'denied'].includes(error.kind)
}

/** A query that is right and was given up while it ran, such as for the samples that it would load; by its code (VictoriaMetrics: 422). */
export function isTooMuch(error: unknown): boolean {
  return error instanceof SourceError && (error.code === 'execution' || error.code === '422')
}
