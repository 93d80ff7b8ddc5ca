import { useState, type FormEvent } from 'react'
import { commentLimit, type PlacedRequest, type RequestAnswer } from '@/domain/request'
import { IdentityForm } from '@/panels/IdentityForm'
import type { RegistrySource, RequestOutcome } from '@/ports/registry'
import { useIdentity } from '@/queries/identity'
import { useAnswerRequest, useCommentOnRequest } from '@/queries/requests'
import { Button } from '@/ui/controls/Button'
import { TextArea } from '@/ui/controls/TextArea'
import { failureWords } from '@/ui/frame/panelState'
import styles from './RequestItem.module.css'
import { answeredSentence, answerVerbs, overtakenSentence } from './requestWords'

export interface AnswerFormProps {
  registry: RegistrySource
  request: PlacedRequest
  kind: RequestAnswer | 'comment'
  onClose: () => void
  onDone: (sentence: string, notes: readonly string[]) => void
}

const labels: Readonly<Record<RequestAnswer | 'comment', { text: string; required: boolean }>> = {
  approved: { text: 'Comment (optional)', required: false },
  rejected: { text: 'Reason', required: true },
  withdrawn: { text: 'Reason (optional)', required: false },
  comment: { text: 'Comment', required: true },
}

/** One answer before it is given: its words, and the button that gives it. */
export function AnswerForm({ registry, request, kind, onClose, onDone }: AnswerFormProps) {
  const actor = useIdentity(registry)
  const [text, setText] = useState('')
  const answer = useAnswerRequest(registry)
  const comment = useCommentOnRequest(registry)
  const { isPending, error } = kind === 'comment' ? comment : answer
  const { text: label, required } = labels[kind]
  const words = text.trim()
  const tooLong = words.length > commentLimit

  // Not by `onSuccess` of the call: a request that is answered may have left the list, and this form with it.
  const send = (sent: Promise<RequestOutcome>) =>
    sent.then(
      (outcome) => onDone(sentenceOf(outcome, kind), outcome.notes),
      // Said by `error`.
      () => undefined,
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (actor === null || isPending || tooLong || (required && words === '')) return
    const { id, model, version } = request
    void send(
      kind === 'comment'
        ? comment.mutateAsync({ id, model, version, actor, text: words })
        : answer.mutateAsync({ id, model, version, actor, answer: kind, reason: words }),
    )
  }
  if (actor === null) return <IdentityForm onDone={() => undefined} />
  const failed = error && failureWords(error)
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextArea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
        autoFocus
        label={label}
        rows={2}
        required={required}
        value={text}
        disabled={isPending}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
        error={tooLong ? `${words.length} characters; at most ${commentLimit} fit.` : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {failed && (
        <p role="alert" className={styles['error']}>
          {failed.what} {failed.advice}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" size="small" variant={kind === 'rejected' ? 'danger' : 'primary'} busy={isPending} disabled={tooLong || (required && words === '')}>
          {kind === 'comment' ? 'Comment' : answerVerbs[kind]}
        </Button>
        <Button size="small" onClick={onClose} disabled={isPending}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function sentenceOf({ status, request }: RequestOutcome, kind: RequestAnswer | 'comment'): string {
  if (kind === 'comment') return 'Your comment is written down.'
  return status === 'done' ? answeredSentence(kind, request) : overtakenSentence(request)
}
