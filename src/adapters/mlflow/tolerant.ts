import * as z from 'zod/mini'
import { expectedBy, fieldPath, innermost, kindOf } from '@/adapters/httpBody'
import type { Problem } from '@/domain/problem'

/** A row of an answer, with what had to be left out of it. */
export interface Tolerated<T> {
  value: T
  problems: readonly Problem[]
}

/**
 * Reads one row of a list so that a field that does not fit becomes a problem of the row instead of an
 * error of the whole answer. A field that the schema requires takes its parent with it; only a row that
 * cannot do without it is refused.
 */
export function tolerant<S extends z.core.$ZodType>(schema: S) {
  return z.pipe(
    z.unknown(),
    z.transform((input, ctx): Tolerated<z.core.output<S>> => {
      let row = input
      const problems = new Map<string, Problem>()
      for (;;) {
        const result = z.safeParse(schema, row)
        if (result.success) return { value: result.data, problems: [...problems.values()] }
        if (row === input) row = structuredClone(input)
        for (const found of result.error.issues) {
          const issue = innermost(found) ?? found
          const expected = expectedBy(issue)
          const field = blank(row, issue.path)
          if (field === null) {
            ctx.issues.push({ code: 'custom', path: [...issue.path], params: { expected }, input })
            return z.NEVER
          }
          const received = kindOf(field.removed)
          const name = fieldPath(field.path)
          problems.set(name, { field: name, message: `Left out: ${expected} was expected, ${received} came.` })
        }
      }
    }),
  )
}

/** A list that may be absent or null, or hold holes; MLflow leaves empty lists out. */
export function list<S extends z.core.$ZodType>(item: S) {
  return z.pipe(
    z.nullish(z.array(z.nullish(item))),
    z.transform((items) => (items ?? []).filter((one) => one !== null && one !== undefined)),
  )
}

/** Removes what is at the path, or the nearest thing above it that can be missing. `null`: nothing can. */
function blank(root: unknown, path: readonly PropertyKey[]): { path: readonly PropertyKey[]; removed: unknown } | null {
  for (let length = path.length; length > 0; length--) {
    const parent = path.slice(0, length - 1).reduce<unknown>(child, root)
    const key = path[length - 1]
    if (typeof parent !== 'object' || parent === null || key === undefined) continue
    const removed: unknown = Reflect.get(parent, key)
    if (removed === undefined) continue
    Reflect.set(parent, key, undefined)
    return { path: path.slice(0, length), removed }
  }
  return null
}

function child(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
