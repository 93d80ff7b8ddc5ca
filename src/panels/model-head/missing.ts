import { SourceError } from '@/ports/sourceError'

/**
 * Whether the registry itself says that it has no such thing. A bare 404 says only that nothing answers
 * at the address: a proxy or a wrong path, not a deleted model.
 */
export function isMissing(error: unknown): boolean {
  return error instanceof SourceError && error.kind === 'not-found' && (error.status === undefined || error.code !== undefined)
}
