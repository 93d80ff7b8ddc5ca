import * as z from 'zod/mini'
import type { Change } from '@/domain/change'
import { changeRecord } from '@/domain/change'
import type { Identity } from '@/domain/identity'
import type { Problem } from '@/domain/problem'
import type { EpochMs } from '@/domain/time'
import { changeFields } from './changes'
import type { Tags } from './names'
import { tagPrefixes } from './names'
import { actorKind, decodeTag, encodeTag, isoTime, ulidPattern, ulidText } from './text'

/** A decision under way, as the tag `modeldeck.intent.<id>` on the registered model holds it. */
export interface Intent {
  change: Change
  /** The version that the decision is about. */
  version: string
  /** What is to be written, by name of a tag; empty for promote and rollback. */
  plan: Readonly<Record<string, string>>
  /** What stood there before, by name of a tag or as `alias`, `stage`, `stageHolder`. */
  undo: Readonly<Record<string, string | null>>
  /** Who is finishing or reverting it. */
  takenBy: Takeover | null
  /** The tag's name and its text as read: whether it changed is told by them. */
  tag: string
  raw: string
}

export interface Takeover {
  /** ULID of this attempt. */
  id: string
  how: 'finish' | 'revert'
  by: Identity
  at: EpochMs
}

/** An intent tag that says nothing we can act on. `id` is its ULID, `null` where it has none. */
export interface UnreadableIntent {
  tag: string
  id: string | null
}

const values = z.record(z.string(), z.nullable(z.string()))
const intentSchema = z.object({
  ...changeFields,
  status: z.literal('intended'),
  version: z.string(),
  plan: z.prefault(z.record(z.string(), z.string()), {}),
  undo: z.prefault(values, {}),
  takenBy: z.prefault(
    z.nullable(
      z.object({
        id: ulidText,
        how: z.enum(['finish', 'revert']),
        by: z.object({ name: z.string(), kind: actorKind }),
        at: isoTime,
      }),
    ),
    null,
  ),
})

export function intentTag(id: string): string {
  return `${tagPrefixes.intent}${id}`
}

/** The open intents among a registered model's tags, smallest id first. */
export function intentsOf(tags: Tags): { intents: Intent[]; unreadable: UnreadableIntent[]; problems: Problem[] } {
  const intents: Intent[] = []
  const unreadable: UnreadableIntent[] = []
  const problems: Problem[] = []
  for (const [tag, raw] of Object.entries(tags)) {
    if (!tag.startsWith(tagPrefixes.intent)) continue
    const id = tag.slice(tagPrefixes.intent.length)
    const { value, error } = decodeTag(intentSchema, raw)
    if (value?.id === id) {
      const { version, plan, undo, takenBy, ...change } = value
      intents.push({ change, version, plan, undo, takenBy, tag, raw })
    } else {
      const message = error === null ? `names another id: ${value.id}` : `cannot be read: ${error}`
      unreadable.push({ tag, id: ulidPattern.test(id) ? id : null })
      problems.push({ field: tag, message: `This unfinished decision ${message}. Delete the tag once nobody needs it.` })
    }
  }
  return { intents: intents.toSorted((a, b) => (a.change.id < b.change.id ? -1 : 1)), unreadable, problems }
}

/** @throws AnnotationError when it does not fit into a tag. */
export function encodeIntent(intent: Omit<Intent, 'tag' | 'raw'>): string {
  const { change, version, plan, undo, takenBy } = intent
  return encodeTag(
    {
      ...changeRecord(change),
      version,
      ...(Object.keys(plan).length > 0 && { plan }),
      undo,
      ...(takenBy && { takenBy: { ...takenBy, at: new Date(takenBy.at).toISOString() } }),
    },
    'The decision (reason, earlier reason, checks and overrides together)',
  )
}
