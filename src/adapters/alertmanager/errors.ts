import * as z from 'zod/mini'
import type { ServerError } from '@/adapters/http'
import { SourceError } from '@/ports/sourceError'
import { errorObject } from './wire'

/** The protocol's own words in an error's body: a bare JSON string, or an object where the form was wrong. */
export function serverError(body: unknown): ServerError | null {
  if (typeof body === 'string') return { message: body }
  const parsed = z.safeParse(errorObject, body)
  return parsed.success ? { code: String(parsed.data.code), message: parsed.data.message } : null
}

/** An Alertmanager says 500 where it does not know a silence (0.25), later ones 404. */
export function isUnknownSilence(error: unknown): boolean {
  return error instanceof SourceError && (error.status === 404 || (error.status === 500 && /silence.*not found/i.test(error.message)))
}

/** What a browser or a proxy refuses where the method is not allowed; the Alertmanager itself may still take a POST. */
export function isMethodRefused(error: unknown): boolean {
  return error instanceof SourceError && (error.kind === 'unreachable' || [403, 405, 501].includes(error.status ?? 0))
}
