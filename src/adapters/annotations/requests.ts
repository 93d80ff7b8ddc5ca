import * as z from 'zod/mini'
import type { Problem } from '@/domain/problem'
import type { PromotionRequest, RequestComment, RequestThread } from '@/domain/request'
import { requestStatuses, threadOf } from '@/domain/request'
import type { Tags } from './names'
import { tagPrefixes } from './names'
import { actorKind, decodeTag, encodeTag, isoTime, ulidText } from './text'

const identity = z.object({ name: z.string(), kind: actorKind })

const requestSchema = z.object({
  id: ulidText,
  status: z.enum(requestStatuses),
  requester: identity,
  at: isoTime,
  reason: z.prefault(z.string(), ''),
  decidedBy: z.prefault(z.nullable(z.object({ name: z.string(), kind: actorKind, at: isoTime, reason: z.string() })), null),
  change: z.prefault(z.nullable(z.string()), null),
})

const commentSchema = z.object({
  id: ulidText,
  request: ulidText,
  author: identity,
  at: isoTime,
  text: z.string(),
  decides: z.optional(z.enum(['approved', 'rejected', 'withdrawn', 'done'])),
  change: z.optional(z.string()),
})

/** The requests among a version's tags, newest first. */
export function requestsOf(tags: Tags): { requests: PromotionRequest[]; problems: Problem[] } {
  const { items, problems } = readAll(tags, tagPrefixes.request, requestSchema, (r) => r.id, 'request')
  return { requests: items.toReversed(), problems }
}

/** The comments among a version's tags, oldest first. */
export function commentsOf(tags: Tags): { comments: RequestComment[]; problems: Problem[] } {
  const { items, problems } = readAll(tags, tagPrefixes.comment, commentSchema, (c) => `${c.request}.${c.id}`, 'comment')
  return { comments: items, problems }
}

/** The requests among a version's tags with everything said to them, newest first. */
export function threadsOf(tags: Tags): { threads: RequestThread[]; problems: Problem[] } {
  const { requests, problems } = requestsOf(tags)
  const { comments, problems: commentProblems } = commentsOf(tags)
  return { threads: requests.map((request) => threadOf(request, comments)), problems: [...problems, ...commentProblems] }
}

/** The name and value of a request's tag. @throws AnnotationError when it is too long. */
export function encodeRequest(request: PromotionRequest): { key: string; value: string } {
  const { id, status, requester, at, reason, decidedBy, change } = request
  return {
    key: `${tagPrefixes.request}${id}`,
    value: encodeTag(
      { id, status, requester, at: iso(at), reason, decidedBy: decidedBy && { ...decidedBy, at: iso(decidedBy.at) }, change },
      'The request',
    ),
  }
}

/** The name and value of a comment's tag. @throws AnnotationError when it is too long. */
export function encodeComment(comment: RequestComment): { key: string; value: string } {
  return {
    key: `${tagPrefixes.comment}${comment.request}.${comment.id}`,
    value: encodeTag({ ...comment, at: iso(comment.at) }, 'The comment'),
  }
}

const iso = (at: number) => new Date(at).toISOString()

function readAll<S extends z.ZodMiniType<{ id: string }>>(
  tags: Tags,
  prefix: string,
  schema: S,
  idOf: (item: z.output<S>) => string,
  what: string,
): { items: z.output<S>[]; problems: Problem[] } {
  const items: z.output<S>[] = []
  const problems: Problem[] = []
  for (const [field, text] of Object.entries(tags)) {
    if (!field.startsWith(prefix)) continue
    const { value, error } = decodeTag(schema, text)
    if (error !== null) problems.push({ field, message: `This ${what} cannot be read: ${error}.` })
    else if (idOf(value) !== field.slice(prefix.length))
      problems.push({ field, message: `This ${what} names another id.` })
    else items.push(value)
  }
  return { items: items.toSorted((a, b) => (a.id < b.id ? -1 : 1)), problems }
}
