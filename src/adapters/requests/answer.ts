import { encodeComment } from '@/adapters/annotations'
import { refusal } from '@/adapters/lifecycle/faults'
import { markPending } from '@/adapters/lifecycle/pending'
import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'
import type { RequestComment, RequestThread } from '@/domain/request'
import { isOpenRequest, samePerson } from '@/domain/request'
import type { AnswerDraft, CommentDraft, RequestOutcome } from '@/ports/registry'
import { ulid } from 'ulid'
import { findRequest, placed } from './find'
import { mirrorRequest } from './mirror'
import { putOwnTag } from './put'
import { checkWords, fitting, noteOf } from './words'

/**
 * Writes the answer as a tag of its own, reads everybody's, and says what follows from all of them: of an
 * approval and a withdrawal at the same moment the second holds, and the approver is told.
 */
export async function answerRequest(p: RegistryPrimitives, draft: AnswerDraft): Promise<RequestOutcome> {
  const { version, answer, actor } = draft
  const { name } = draft.model
  checkWords(p, actor, draft.reason)
  const before = findRequest(p, (await p.getVersion(name, version)).tags, draft.id)
  checkPerson(p, before, draft)
  if (!isOpenRequest(before)) return { status: 'overtaken', request: placed(p, name, version, before), notes: [] }
  const already = before.comments.some(({ decides, author }) => decides === answer && samePerson(author.name, actor.name))
  if (already) return { status: 'done', request: placed(p, name, version, before), notes: [] }

  const comment: RequestComment = { ...newComment(p, draft, draft.reason), decides: answer }
  const tags = await putOwnTag(p, name, version, fitting(p, () => encodeComment(comment)))
  const now = findRequest(p, tags, draft.id)
  return {
    status: now.status === answer ? 'done' : 'overtaken',
    request: placed(p, name, version, now),
    notes: await tidy(p, name, version, now),
  }
}

/** One comment a tag: nobody's is ever written over. */
export async function commentOnRequest(p: RegistryPrimitives, draft: CommentDraft): Promise<RequestOutcome> {
  const { version, id, actor, text } = draft
  const { name } = draft.model
  checkWords(p, actor, text)
  if (text.trim() === '') throw refusal(p, 'A comment needs words.', 'Write something.')
  findRequest(p, (await p.getVersion(name, version)).tags, id)
  const tag = fitting(p, () => encodeComment(newComment(p, draft, text)))
  const tags = await putOwnTag(p, name, version, tag)
  return { status: 'done', request: placed(p, name, version, findRequest(p, tags, id)), notes: [] }
}

function newComment(p: RegistryPrimitives, { id, actor }: AnswerDraft | CommentDraft, text: string): RequestComment {
  const at = Math.floor(p.clock.now())
  return { id: ulid(at), request: id, author: { name: actor.name.trim(), kind: actor.kind }, at, text: text.trim() }
}

function checkPerson(p: RegistryPrimitives, { requester }: RequestThread, { answer, actor }: AnswerDraft): void {
  const own = samePerson(requester.name, actor.name)
  if (answer === 'approved' && own)
    throw refusal(p, `${requester.name} asked for this: somebody else approves.`, 'Ask a colleague to look at it.')
  if (answer === 'withdrawn' && !own)
    throw refusal(p, `Only ${requester.name}, who asked, withdraws a request.`, 'Reject it instead.')
}

/** What may fail without harm: the request's own tag, and the mark that something is open. */
async function tidy(p: RegistryPrimitives, name: string, version: string, thread: RequestThread): Promise<readonly string[]> {
  const notes: string[] = []
  const attempt = async (what: string, step: () => Promise<void>) => {
    try {
      await step()
    } catch (error) {
      notes.push(noteOf(what, error))
    }
  }
  await attempt('Other tools may still read the state before', () => mirrorRequest(p, name, version, thread.id))
  if (!isOpenRequest(thread)) await attempt('The model may still be shown as waiting', () => markPending(p, name))
  return notes
}
