import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { isOpenRequest } from '@/domain/request'
import type { Gathered } from '@/panels/evidence/gathered'
import { IdentityForm } from '@/panels/IdentityForm'
import { requestsQuery } from '@/queries/requests'
import { Dialog } from '@/ui/dialog/Dialog'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import type { ActionProps } from './actionProps'
import { CheckList } from './CheckList'
import styles from './DecisionDialog.module.css'
import { DecisionFooter } from './DecisionFooter'
import { DecisionTrouble } from './DecisionTrouble'
import { dialogTitle } from './decisionWords'
import { planOf } from './planOf'
import { useDecision } from './useDecision'
import { WillBeWritten } from './WillBeWritten'

export interface DecisionDialogProps extends ActionProps {
  gathered: Gathered
  details?: { sunset: string | null; replacement: string | null }
  /** Why the details cannot be sent, as a sentence. */
  invalid?: string | null
  /** Right of the title: `currently v12`. */
  aside?: string
  size?: 'normal' | 'panel'
  /** It takes something away. */
  danger?: boolean
  /** Told what the reason is, at first and whenever it changes. */
  onReason?: (reason: string) => void
  /** What there is to see before deciding. */
  children: ReactNode
}

const noDetails = { sunset: null, replacement: null }

/** The frame of every decision: what there is to see, the checks, what will be written, the reason, and the one button. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { context, gathered, details = noDetails, invalid = null, aside, size = 'panel', danger = false, onReason, children } = props
  const { registry, action, model, version } = context
  const decision = useDecision({ context, gathered, details, invalid, onWriting: props.onWriting, onDone: props.onDone })
  const requests = useQuery(requestsQuery(registry, model.ref.name))
  const { draft, write, writing } = decision
  useEffect(() => onReason?.(draft.reason), [onReason, draft.reason])
  const lookAgain = async () => {
    await props.lookAgain()
    decision.forget()
  }
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={dialogTitle(action, model.ref.name, version.ref.version)}
      {...(aside !== undefined && { aside })}
      size={size}
      locked={writing}
      footer={<DecisionFooter decision={decision} action={action} version={version.ref.version} danger={danger} onCancel={props.onClose} />}
    >
      <div className={styles['room']} data-size={size} aria-busy={writing || undefined}>
        <DecisionTrouble context={context} stopped={decision.stopped} error={decision.error} lookAgain={lookAgain} writing={writing} />
        <div className={styles['columns']}>
          <div className={styles['seen']}>{children}</div>
          <div className={styles['decided']}>
            {decision.identity === 'missing' && (
              <section>
                <SectionHeading level={3}>Who decides</SectionHeading>
                <IdentityForm onDone={() => undefined} />
              </section>
            )}
            {gathered.trouble && (
              <p className={styles['quiet']}>
                Some evidence is missing or old. <InlineFailure error={gathered.trouble.error} onRetry={gathered.trouble.retry} />
              </p>
            )}
            <CheckList
              rows={decision.rows}
              checks={decision.checks}
              blockedBy={decision.blockedBy}
              version={version.ref}
              overrides={draft.overrides}
              onOverride={(id, reason) => write({ overrides: { ...draft.overrides, [id]: reason } })}
              disabled={writing}
            />
            <WillBeWritten
              registry={registry.id}
              writes={planOf(context, {
                ...details,
                // Until it is written it stands for what will be.
                reason: draft.reason.trim() || '…',
                requests: requests.data?.items.filter(isOpenRequest) ?? [],
              })}
            />
          </div>
        </div>
      </div>
    </Dialog>
  )
}
