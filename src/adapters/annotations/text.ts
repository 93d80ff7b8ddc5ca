import * as z from 'zod/mini'

/** The longest value that every supported server stores. */
export const tagValueLimit = 5000

/** What was to be written cannot be written as a tag. The message says what to shorten or mend. */
export class AnnotationError extends Error {
  override readonly name = 'AnnotationError'
}

/** JSON for a tag. @throws AnnotationError above the limit: nothing is ever cut silently. */
export function encodeTag(value: unknown, what: string): string {
  return checkTag(JSON.stringify(value), what)
}

/** Plain text for a tag. @throws AnnotationError above the limit. */
export function checkTag(text: string, what: string): string {
  if (text.length <= tagValueLimit) return text
  throw new AnnotationError(
    `${what} is ${text.length} characters long as the registry would store it; at most ${tagValueLimit} fit. ` +
      `Shorten it by ${text.length - tagValueLimit}.`,
  )
}

/** JSON of a tag, checked; what is wrong comes back as a sentence. */
export function decodeTag<S extends z.ZodMiniType>(
  schema: S,
  text: string,
): { value: z.output<S>; error: null } | { value: null; error: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { value: null, error: 'it is not JSON' }
  }
  const parsed = z.safeParse(schema, json)
  if (parsed.success) return { value: parsed.data, error: null }
  const issue = parsed.error.issues[0]
  return { value: null, error: issue ? describeIssue(issue) : 'it does not have the expected form' }
}

// zod/mini brings no sentences of its own.
function describeIssue(issue: z.core.$ZodIssue): string {
  const path = issue.path.length === 0 ? '' : `${issue.path.join('.')}: `
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${path}${issue.keys.join(', ')} is not a setting`
    case 'invalid_type':
      return `${path}must be ${issue.expected}`
    case 'invalid_value':
      return `${path}must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
    case 'too_small':
      return `${path}must be above ${issue.minimum}`
    case 'too_big':
      return `${path}must be below ${issue.maximum}`
    case 'custom':
    case 'invalid_format':
      return `${path}${issue.message}`
    default:
      return `${path}does not have the expected form`
  }
}

/** An ISO time with its zone, as milliseconds. */
export const isoTime = z.pipe(
  z.string().check(
    z.refine(
      (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)),
      'must be an ISO time such as 2026-01-31T12:00:00Z',
    ),
  ),
  z.transform((text: string) => Date.parse(text)),
)

/** In canonical form only: ids are compared as text. */
export const ulidPattern = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

export const ulidText = z.string().check(z.regex(ulidPattern, 'must be a ULID'))

export const actorKind = z.enum(['authenticated', 'self-declared'])
