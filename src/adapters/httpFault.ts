import * as z from 'zod/mini'
import { SourceError } from '@/ports/sourceError'
import type { SourceErrorDetails, SourceErrorKind } from '@/ports/sourceError'
import type { ServerError } from './http'
import { looksLikeHtml, readJson } from './jsonText'

/** Which call an error speaks of. */
export interface Call {
  source: string
  product: string
  method: string
  path: string
}

type Said = Omit<SourceErrorDetails, 'source'>

function fault(call: Call, said: Said): SourceError {
  return new SourceError({ source: call.source, ...said })
}

function name(call: Call): string {
  return `${call.method} ${call.path}`
}

/** fetch rejected: there was no answer that this page may read. A SourceError passes unchanged. */
export function networkFault(call: Call, cause: unknown): SourceError {
  if (cause instanceof SourceError) return cause
  return fault(call, {
    kind: 'unreachable',
    message: `${call.product} (${call.source}) gave no answer that can be read to ${name(call)}.`,
    advice:
      `Check that ${call.product} runs at the configured address. If it does, the browser may have blocked ` +
      'the answer: another origin without CORS, or http from an https page. Use the proxy then.',
    cause,
  })
}

export function timeoutFault(call: Call, timeoutMs: number): SourceError {
  return fault(call, {
    kind: 'timeout',
    message: `${call.product} (${call.source}) did not answer ${name(call)} within ${timeoutMs / 1000} s.`,
    advice: `Try again; if it stays so, check the load of ${call.product} and of what stands in front of it.`,
  })
}

export function tooLargeFault(call: Call, maxBytes: number): SourceError {
  return fault(call, {
    kind: 'unsupported',
    message: `The answer of ${call.source} to ${name(call)} is larger than ${Math.round(maxBytes / 1000)} kB.`,
    advice: 'Download it instead.',
  })
}

export function htmlFault(call: Call): SourceError {
  return fault(call, {
    kind: 'invalid-response',
    message: `${call.source} answered HTML to ${name(call)}, where ${call.product} answers JSON.`,
    advice: `Is the address right, and does a login page stand in front of ${call.product}?`,
  })
}

export function notJsonFault(call: Call, text: string): SourceError {
  const what = text.trim() === '' ? 'an empty body' : `no JSON: ${excerpt(text)}`
  return fault(call, {
    kind: 'invalid-response',
    message: `${call.source} answered ${name(call)} with ${what}`,
    advice: `Is the address right, and does anything between here and ${call.product} change answers?`,
  })
}

/** The JSON is not what the protocol promises. `field` is its path: `registered_models[3].name`. */
export function mismatchFault(
  call: Call,
  found: { field: string; expected: string; received: string; cause: unknown },
): SourceError {
  return fault(call, {
    kind: 'invalid-response',
    message:
      `${call.source} answered ${name(call)} with an unexpected ${found.field}: ` +
      `${found.expected} was expected, ${found.received} came.`,
    advice: `Is this address a ${call.product}, and of a version that is supported?`,
    cause: found.cause,
  })
}

const kinds: Readonly<Record<number, SourceErrorKind>> = {
  401: 'unauthenticated',
  403: 'denied',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  429: 'rate-limited',
  501: 'unsupported',
}

/** What this project's own proxy says when it has no answer to pass on (server/proxy.mjs). */
const proxyKinds: Readonly<Record<string, SourceErrorKind>> = {
  unreachable: 'unreachable',
  redirected: 'invalid-response',
  timeout: 'timeout',
  'unknown-source': 'not-found',
  'cross-origin': 'denied',
  'bad-path': 'rejected',
}

const proxySchema = z.object({ error: z.string(), message: z.string() })

function proxyFault(call: Call, status: number, body: unknown): SourceError | null {
  const said = z.safeParse(proxySchema, body)
  const kind = said.success ? proxyKinds[said.data.error] : undefined
  if (!said.success || kind === undefined) return null
  return fault(call, {
    kind,
    message: `The proxy got no answer of ${call.product} (${call.source}) to ${name(call)}: ${said.data.message}`,
    advice:
      kind === 'unreachable' || kind === 'timeout'
        ? `Check that ${call.product} runs at the address that the proxy was given.`
        : 'Check the address of this source in config.json and in the proxy.',
    status,
  })
}

/** The server answered, but not with success. */
export function answerFault(
  call: Call,
  response: Response,
  body: string,
  readError: (body: unknown) => ServerError | null,
): SourceError {
  const { status } = response
  const json = readJson(body)
  const byProxy = proxyFault(call, status, json)
  if (byProxy !== null) return byProxy
  const kind = kinds[status] ?? (status >= 500 ? 'server' : 'rejected')
  const said = readError(json) ?? {}
  const plain = looksLikeHtml(body) ? '' : excerpt(body)
  const words = said.message ?? plain
  const retryAfterMs = kind === 'rate-limited' || status === 503 ? retryAfter(response) : undefined
  return fault(call, {
    kind,
    message:
      `${call.product} (${call.source}) answered ${name(call)} with ${status}` +
      `${said.code === undefined ? '' : ` ${said.code}`}${words === '' ? '.' : `: ${words}`}`,
    advice: advice(call, kind, status, said.code !== undefined, retryAfterMs),
    status,
    ...(said.code === undefined ? {} : { code: said.code }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

function advice(call: Call, kind: SourceErrorKind, status: number, itsOwn: boolean, waitMs?: number): string {
  const { product } = call
  switch (kind) {
    case 'unauthenticated':
      return `Sign in to ${product}, or to what stands in front of it, and try again.`
    case 'denied':
      return `Ask an administrator of ${product} for the permission; a proxy or ${product}'s host and origin checks may also refuse.`
    case 'not-found':
      return itsOwn
        ? 'It may have been deleted or renamed: reload the list.'
        : `Is the address right, and is this ${product} recent enough?`
    case 'conflict':
      return 'Somebody else changed it meanwhile: reload and decide again.'
    case 'rate-limited':
      return waitMs === undefined ? 'Wait a little and try again.' : `Try again in ${Math.ceil(waitMs / 1000)} s.`
    case 'timeout':
      return `Try again; if it stays so, check the load of ${product}.`
    case 'unsupported':
      return `This ${product} does not offer the call.`
    case 'server':
      return [502, 503, 504].includes(status)
        ? `What stands in front of ${product} got no answer from it: check that ${product} runs.`
        : `Try again; if it stays so, see the log of ${product}.`
    default:
      return `${product} understood the request and refused it: the message says why.`
  }
}

/** Retry-After is seconds or a date; a date is measured by the server's own clock. */
function retryAfter(response: Response): number | undefined {
  const value = response.headers.get('Retry-After')?.trim()
  if (value === undefined || value === '') return undefined
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const wait = Date.parse(value) - Date.parse(response.headers.get('Date') ?? '')
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}
