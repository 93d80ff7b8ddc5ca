import { useEffect, useState, type ReactNode } from 'react'
import { reasonLimit } from '@/domain/change'
import type { PlannedWrite } from '@/domain/plannedWrites'
import type { Gathered } from '@/panels/evidence/gathered'
import { IdentityForm } from '@/panels/IdentityForm'
import { Button } from '@/ui/controls/Button'
import { TextArea } from '@/ui/controls/TextArea'
import { Dialog } from '@/ui/dialog/Dialog'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import type { ActionProps } from './actionProps'
import { CheckList } from './CheckList'
import styles from './DecisionDialog.module.css'
import { DecisionTrouble } from './DecisionTrouble'
import { confirmLabel, dialogTitle } from './decisionWords'
import { useDecision } from './useDecision'
import { WillBeWritten } from './WillBeWritten'

export interface DecisionDialogProps extends ActionProps {
  gathered: Gathered
  /** What the decision leaves in the registry, given the reason. */
  plan: (reason: string) => readonly PlannedWrite[]
  details?: { sunset: string | null; replacement: string | null }
  /** Why the details cannot be sent, as a sentence. */
  invalid?: string | null
  /** Right of the title: `currently v12`. */
  aside?: string
  size?: 'normal' | 'panel'
  /** What it takes away needs no blue button. */
  danger?: boolean
  /** Told what the reason is, at first and whenever it changes. */
  onReason?: (reason: string) => void
  /** What there is to see before deciding. */
  children: ReactNode
}

const noDetails = { sunset: null, replacement: null }

/** The frame of every decision: what there is to see, the checks, what will be written, the reason, and the one button. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { context, gathered, plan, details = noDetails, invalid = null, aside, size = 'panel', danger = false, children } = props
  const { registry, action, model, version } = context
  const decision = useDecision({ context, gathered, details, invalid, onWriting: props.onWriting, onDone: props.onDone })
  const { draft, write, writing, whyNot } = decision
  const { onReason } = props
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
      footer={
        <>
          <p className={styles['whyNot']} id="why-not" role="status">
            {writing ? <Progress /> : whyNot}
          </p>
          <Button onClick={props.onClose} disabled={writing}>
            Cancel
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            busy={writing}
            disabled={whyNot !== null}
            aria-describedby="why-not"
            onClick={decision.confirm}
          >
            {confirmLabel(action, version.ref.version)}
          </Button>
        </>
      }
    >
      <div className={styles['room']} data-size={size} aria-busy={writing || undefined}>
        <DecisionTrouble context={context} stopped={decision.stopped} error={decision.error} lookAgain={lookAgain} writing={writing} />
        <div className={styles['columns']}>
          <div className={styles['seen']}>{children}</div>
          <div className={styles['decided']}>
            {gathered.trouble && (
              <p className={styles['quiet']}>
                Some evidence is missing. <InlineFailure error={gathered.trouble.error} onRetry={gathered.trouble.retry} />
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
            <WillBeWritten registry={registry.id} writes={plan(draft.reason.trim())} />
            {decision.identity === 'missing' && <IdentityForm onDone={() => undefined} />}
            <TextArea
              label="Reason"
              rows={3}
              required
              value={draft.reason}
              disabled={writing}
              help={`Kept with the decision, for everyone who asks later why.`}
              error={draft.reason.trim().length > reasonLimit ? `${draft.reason.trim().length} characters; at most ${reasonLimit} fit.` : null}
              onChange={(event) => write({ reason: event.currentTarget.value })}
            />
          </div>
        </div>
      </div>
    </Dialog>
  )
}

/** What goes on while it is written, in words; says so when it takes longer than usual. */
function Progress() {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 4000)
    return () => clearTimeout(timer)
  }, [])
  return slow
    ? 'It takes longer than usual: another decision on this model may be under way, or the registry is slow. Nothing can be closed until it ends.'
    : 'Reading the registry again, writing, reading back …'
}
