import { useState } from 'react'
import type { PlacedRequest, RequestAnswer } from '@/domain/request'
import { isOpenRequest, samePerson } from '@/domain/request'
import type { RegistrySource } from '@/ports/registry'
import { useIdentity } from '@/queries/identity'
import { Button } from '@/ui/controls/Button'
import { AnswerForm } from './AnswerForm'
import styles from './RequestItem.module.css'
import { answerVerbs } from './requestWords'

export interface RequestActionsProps {
  registry: RegistrySource
  request: PlacedRequest
  /** Answering is what the page is for. */
  leading: boolean
  /** What is true after an answer, as a sentence, with what did not come about beside it. */
  onSaid: (sentence: string, notes: readonly string[]) => void
}

/** What the person may do about a request: approve, reject, withdraw, comment; each is written down before it is sent. */
export function RequestActions({ registry, request, leading, onSaid }: RequestActionsProps) {
  const actor = useIdentity(registry)
  const [open, setOpen] = useState<RequestAnswer | 'comment' | null>(null)
  if (registry.readOnly) return <p className={styles['quiet']}>{registry.id} is read-only in this deployment: requests are answered where it may be written.</p>
  if (open !== null)
    return (
      <AnswerForm
        key={open}
        registry={registry}
        request={request}
        kind={open}
        onClose={() => setOpen(null)}
        onDone={(sentence, notes) => {
          setOpen(null)
          onSaid(sentence, notes)
        }}
      />
    )
  const own = actor !== null && samePerson(actor.name, request.requester.name)
  const approved = actor !== null && request.comments.some(({ decides, author }) => decides === 'approved' && samePerson(author.name, actor.name))
  const isOpen = isOpenRequest(request)
  return (
    <div className={styles['buttons']} role="group" aria-label="Answer">
      {isOpen && !own && !approved && (
        <Button size="small" variant={leading && request.status === 'requested' ? 'primary' : 'default'} onClick={() => setOpen('approved')}>
          {answerVerbs.approved}
        </Button>
      )}
      {isOpen && !own && (
        <Button size="small" onClick={() => setOpen('rejected')}>
          {answerVerbs.rejected}
        </Button>
      )}
      {isOpen && own && (
        <Button size="small" onClick={() => setOpen('withdrawn')}>
          {answerVerbs.withdrawn}
        </Button>
      )}
      <Button size="small" onClick={() => setOpen('comment')}>
        Comment
      </Button>
      {isOpen && own && request.status === 'requested' && <span className={styles['quiet']}>You asked for this: somebody else approves.</span>}
    </div>
  )
}
