import { useId, type ReactNode } from 'react'
import { Button } from '@/ui/controls/Button'
import styles from './ConfirmFooter.module.css'

export interface ConfirmFooterProps {
  /** What is being done, or why it cannot be confirmed yet: a sentence; `null` for neither. */
  note: string | null
  busy: boolean
  /** The confirm button cannot be pressed; `note` says why. */
  blocked?: boolean
  onCancel: () => void
  onConfirm: () => void
  /** The verb on the confirm button. */
  children: ReactNode
}

/** The foot of a dialog that asks one thing: its note, `Cancel`, and the verb. */
export function ConfirmFooter({ note, busy, blocked = false, onCancel, onConfirm, children }: ConfirmFooterProps) {
  const id = useId()
  return (
    <>
      <p className={styles['note']} role="status" id={id}>
        {note}
      </p>
      <Button onClick={onCancel} disabled={busy}>
        Cancel
      </Button>
      <Button variant="primary" busy={busy} disabled={blocked} aria-describedby={id} onClick={onConfirm}>
        {children}
      </Button>
    </>
  )
}
