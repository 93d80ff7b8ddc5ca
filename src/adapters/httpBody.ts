import * as z from 'zod/mini'
import type { Call } from './httpFault'
import { htmlFault, mismatchFault, notJsonFault } from './httpFault'
import { looksLikeHtml, readJson } from './jsonText'

/** As readJson, but what is no JSON is a SourceError that says what it is instead. */
export function parseJson(call: Call, text: string): unknown {
  const value = readJson(text)
  if (value !== undefined) return value
  throw looksLikeHtml(text) ? htmlFault(call) : notJsonFault(call, text)
}

/** Checks a parsed answer; the error names the first field that does not fit. */
export function parseAs<S extends z.core.$ZodType>(call: Call, schema: S, value: unknown): z.core.output<S> {
  const result = z.safeParse(schema, value)
  if (result.success) return result.data
  const issue = innermost(result.error.issues[0])
  const path = issue?.path ?? []
  throw mismatchFault(call, {
    field: fieldPath(path),
    expected: issue === undefined ? 'another value' : expectedBy(issue),
    received: kindOf(path.reduce<unknown>(child, value)),
    cause: result.error,
  })
}

/** What the schema wanted, for sentences; a check of our own says it as `params.expected`. */
export function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected
  const said: unknown = issue.code === 'custom' ? issue.params?.['expected'] : undefined
  return typeof said === 'string' ? said : 'another value'
}

/** Of a union, the first issue of the first option: deeper than "no option fits". */
export function innermost(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const inner = issue.errors[0]?.[0]
  return inner === undefined ? issue : { ...inner, path: [...issue.path, ...inner.path] }
}

function child(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** `registered_models[3].name`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole answer'
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

/** What a value is, for sentences: `string`, `array`, `null`, `nothing`. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
