export const sourceErrorKinds = [
  'unreachable',
  'timeout',
  'unauthenticated',
  'denied',
  'not-found',
  'conflict',
  'rate-limited',
  'invalid-response',
  'server',
  'unsupported',
  'rejected',
] as const
/**
 * `unreachable`: no answer at all (dead, or CORS: a browser cannot tell which) · `rejected`: the
 * server understood and refused the request itself (HTTP 400, 422) · the rest as their names say.
 */
export type SourceErrorKind = (typeof sourceErrorKinds)[number]

export interface SourceErrorDetails {
  /** The source's id in config.json. */
  source: string
  kind: SourceErrorKind
  /** One sentence: what happened, in which field or call. */
  message: string
  /** One sentence: what to do. */
  advice: string
  /** HTTP status, where there was an answer. */
  status?: number
  /** The server's own code, e.g. `RESOURCE_DOES_NOT_EXIST`. */
  code?: string
  /** Milliseconds to wait, from Retry-After. */
  retryAfterMs?: number
  cause?: unknown
}

/** The only error that adapters throw (an aborted request rejects with its signal's reason). */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly source: string
  readonly kind: SourceErrorKind
  readonly advice: string
  readonly status: number | undefined
  readonly code: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(details: SourceErrorDetails) {
    super(details.message, { cause: details.cause })
    this.source = details.source
    this.kind = details.kind
    this.advice = details.advice
    this.status = details.status
    this.code = details.code
    this.retryAfterMs = details.retryAfterMs
  }

  /** Whether asking again may help without anybody changing anything. */
  get retryable(): boolean {
    return ['unreachable', 'timeout', 'rate-limited', 'server'].includes(this.kind)
  }
}
