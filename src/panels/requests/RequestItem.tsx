import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { actionPath, versionPath } from '@/domain/address'
import { isOpenRequest, type PlacedRequest } from '@/domain/request'
import { versionWords } from '@/domain/words'
import type { RegistrySource } from '@/ports/registry'
import { AppLink } from '@/ui/AppLink'
import { Timestamp } from '@/ui/figures/Timestamp'
import { CommentList } from './CommentList'
import { Person } from './Person'
import { RequestActions } from './RequestActions'
import { RequestBadge } from './RequestBadge'
import styles from './RequestItem.module.css'

export interface RequestItemProps {
  registry: RegistrySource
  request: PlacedRequest
  /** Names the model: away from its own pages. */
  withModel: boolean
  /** What the checks say, between the reason and the comments. */
  children?: ReactNode
  onSaid: (sentence: string, notes: readonly string[]) => void
}

/** One request: how it stands, who asks for what and why, what was said, and what can be answered. */
export function RequestItem({ registry, request, withModel, children, onSaid }: RequestItemProps) {
  const { requester, at, reason, status, comments, model, version } = request
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [answered, setAnswered] = useState(0)
  // The button that was pressed is gone.
  useEffect(() => {
    if (answered > 0) heading.current?.focus({ preventScroll: true })
  }, [answered])
  return (
    <article className={styles['item']} aria-labelledby={headingId} data-status={status}>
      <div className={styles['head']}>
        <RequestBadge status={status} />
        <h3 id={headingId} ref={heading} tabIndex={-1} className={styles['title']}>
          {withModel ? (
            <AppLink to={versionPath({ ...model, version })}>
              <bdi>{model.name}</bdi> {versionWords(version)}
            </AppLink>
          ) : (
            <>Promotion of {versionWords(version)}</>
          )}
        </h3>
        <span className={styles['asked']}>
          asked by <Person who={requester} /> <Timestamp at={at} plain />
        </span>
        {isOpenRequest(request) && !registry.readOnly && (
          <AppLink to={actionPath(model, 'promote', version)} className={styles['room']}>
            {status === 'approved' ? 'Promote in the promotion room ›' : 'Promotion room ›'}
          </AppLink>
        )}
      </div>
      <div className={styles['columns']}>
        <div className={styles['talk']}>
          <p className={styles['reason']}>
            <bdi>{reason === '' ? 'No reason was given.' : reason}</bdi>
          </p>
          <CommentList comments={comments} />
        </div>
        {children !== undefined && <div className={styles['aside']}>{children}</div>}
      </div>
      <RequestActions
        registry={registry}
        request={request}
        leading={withModel}
        onSaid={(sentence, notes) => {
          setAnswered(answered + 1)
          onSaid(sentence, notes)
        }}
      />
    </article>
  )
}
