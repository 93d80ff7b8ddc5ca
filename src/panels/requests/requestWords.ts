import type { PlacedRequest, RequestAnswer, RequestComment, RequestStatus } from '@/domain/request'
import { versionWords } from '@/domain/words'

export const requestStatusWords: Readonly<Record<RequestStatus, string>> = {
  requested: 'Waits for approval',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  done: 'Carried out',
}

/** The verbs of the buttons. */
export const answerVerbs: Readonly<Record<RequestAnswer, string>> = {
  approved: 'Approve',
  rejected: 'Reject',
  withdrawn: 'Withdraw',
}

const pastWords: Readonly<Record<Exclude<RequestStatus, 'requested'>, string>> = {
  approved: 'approved it',
  rejected: 'rejected it',
  withdrawn: 'withdrew it',
  done: 'promoted the version',
}

/** What a comment did, after its author's name: `approved it`; a plain one only says something. */
export function commentDeed({ decides }: RequestComment): string | null {
  return decides === undefined ? null : pastWords[decides]
}

/** The name of the dialog that files a request. */
export function requestTitle(model: string, version: string): string {
  return `Request promotion of ${model} version ${version}`
}

/** What is true after one's own answer. */
export function answeredSentence(answer: RequestAnswer, { model, version }: PlacedRequest): string {
  return `You ${pastWords[answer].replace(' it', '')} the request to promote ${model.name} ${versionWords(version)}.`
}

/** Why one's own answer does not count: who was first. */
export function overtakenSentence({ status, decidedBy }: PlacedRequest): string {
  if (status === 'done') return 'It has been carried out meanwhile: your answer changes nothing.'
  const who = decidedBy === null ? 'Somebody' : decidedBy.name
  return status === 'requested' ? 'It still waits for approval.' : `${who} ${pastWords[status]} meanwhile: your answer does not count.`
}
