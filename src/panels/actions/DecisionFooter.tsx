import { useEffect, useId, useState } from 'react'
import type { ChangeAction } from '@/domain/change'
import { reasonLimit } from '@/domain/change'
import { Button } from '@/ui/controls/Button'
import { TextArea } from '@/ui/controls/TextArea'
import styles from './DecisionDialog.module.css'
import { confirmLabel } from './decisionWords'
import type { Decision } from './useDecision'

export interface DecisionFooterProps {
  decision: Decision
  action: ChangeAction
  version: string
  danger: boolean
  onCancel: () => void
}

/** Always in sight while the evidence scrolls: the reason, what is still missing, and the button. */
export function DecisionFooter({ decision, action, version, danger, onCancel }: DecisionFooterProps) {
  const { draft, write, writing, whyNot, confirm } = decision
  const whyId = useId()
  const length = draft.reason.trim().length
  return (
    <div className={styles['footer']}>
      <TextArea
        label="Reason"
        rows={2}
        required
        placeholder="Why, for everyone who asks later"
        value={draft.reason}
        disabled={writing}
        error={length > reasonLimit ? `${length} characters; at most ${reasonLimit} fit.` : null}
        onChange={(event) => write({ reason: event.currentTarget.value })}
      />
      <div className={styles['act']}>
        <p className={styles['whyNot']} id={whyId} role="status">
          {writing ? <Progress /> : whyNot}
        </p>
        <div className={styles['buttons']}>
          <Button onClick={onCancel} disabled={writing}>
            Cancel
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={writing} disabled={whyNot !== null} aria-describedby={whyId} onClick={confirm}>
            {confirmLabel(action, version)}
          </Button>
        </div>
      </div>
    </div>
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
    ? 'It takes longer than usual: another decision on this model may be under way, or the registry is slow.'
    : 'Reading the registry again, writing, reading back …'
}
