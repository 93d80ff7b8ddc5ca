import { StatusIcon } from './StatusIcon'
import styles from './StatusBadge.module.css'
import { statusWords, type Status } from './status'

export interface StatusBadgeProps {
  status: Status
  /** `pill` has a tinted ground, for heads of pages; `plain` is for rows. */
  variant?: 'plain' | 'pill'
  /** Read after the word by screen readers, and shown on hover: the reason in a few words. */
  reason?: string
}

/** Icon, word and colour of a status. OK is quiet, trouble is not. */
export function StatusBadge({ status, variant = 'plain', reason }: StatusBadgeProps) {
  return (
    <span className={styles['badge']} data-status={status} data-variant={variant} title={reason}>
      <StatusIcon status={status} />
      <span>{statusWords[status]}</span>
      {reason !== undefined && <span className="sr-only">: {reason}</span>}
    </span>
  )
}
