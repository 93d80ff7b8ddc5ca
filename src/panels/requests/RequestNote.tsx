import { IconUsers } from '@tabler/icons-react'
import type { PlacedRequest } from '@/domain/request'
import { Timestamp } from '@/ui/figures/Timestamp'
import { Person } from './Person'
import { RequestBadge } from './RequestBadge'
import styles from './RequestNote.module.css'

/** Beside a decision: that somebody asked for it, why, and who approved. */
export function RequestNote({ request: { status, requester, at, reason, decidedBy } }: { request: PlacedRequest }) {
  return (
    <section className={styles['note']} aria-label="Request">
      <IconUsers size={16} aria-hidden />
      <div>
        <p className={styles['line']}>
          <RequestBadge status={status} />
          <span>
            asked by <Person who={requester} /> <Timestamp at={at} plain />
          </span>
          {decidedBy && status === 'approved' && (
            <span>
              approved by <Person who={decidedBy} /> <Timestamp at={decidedBy.at} plain />
            </span>
          )}
        </p>
        {reason !== '' && (
          <p className={styles['reason']}>
            <bdi>{reason}</bdi>
          </p>
        )}
      </div>
    </section>
  )
}
