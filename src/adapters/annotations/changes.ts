import * as z from 'zod/mini'
import type { Change } from '@/domain/change'
import { changeActions, changeRecord } from '@/domain/change'
import type { Problem } from '@/domain/problem'
import type { Tags } from './names'
import { tagPrefixes } from './names'
import { actorKind, decodeTag, encodeTag, isoTime, ulidText } from './text'

// Other tools may write numbers where we write text.
const cell = z.pipe(z.union([z.string(), z.number()]), z.transform(String))

/** The fields that a record and an intent have in common. */
export const changeFields = {
  id: ulidText,
  action: z.enum(changeActions),
  actor: z.string(),
  actorKind,
  at: isoTime,
  reason: z.prefault(z.string(), ''),
  from: z.prefault(z.nullable(cell), null),
  to: cell,
  checks: z.prefault(z.array(z.tuple([cell, cell, cell, cell])), []),
  overrides: z.prefault(z.array(z.string()), []),
}

const recordSchema = z.object({
  ...changeFields,
  status: z.enum(['done', 'reverted', 'overtaken']),
  endedBy: z.optional(z.object({ name: z.string(), kind: actorKind, at: isoTime })),
})

/** The decisions that a version's tags record, newest first. */
export function changesOf(tags: Tags): { changes: Change[]; problems: Problem[] } {
  const changes: Change[] = []
  const problems: Problem[] = []
  for (const [field, text] of Object.entries(tags)) {
    if (!field.startsWith(tagPrefixes.change)) continue
    const { value, error } = decodeTag(recordSchema, text)
    const id = field.slice(tagPrefixes.change.length)
    if (error !== null) problems.push({ field, message: `This decision record cannot be read: ${error}.` })
    else if (value.id !== id) problems.push({ field, message: `This decision record names another id: ${value.id}.` })
    else changes.push(value)
  }
  return { changes: changes.toSorted((a, b) => (a.id < b.id ? 1 : -1)), problems }
}

/** @throws AnnotationError when it does not fit into a tag. */
export function encodeChange(change: Change): string {
  return encodeTag(changeRecord(change), 'The decision record (reason, checks and overrides together)')
}
