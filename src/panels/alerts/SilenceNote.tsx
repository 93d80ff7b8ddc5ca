import type { Silence } from '@/domain/alerts/silence'
import { Timestamp } from '@/ui/figures/Timestamp'
import styles from './AlertItem.module.css'

/** Who has silenced an alert, until when, and why. */
export function SilenceNote({ silence }: { silence: Silence }) {
  return (
    <p className={styles['silence']}>
      Silenced by <bdi>{silence.createdBy}</bdi> until <Timestamp at={silence.endsAt} form="exact" plain /> (<Timestamp at={silence.endsAt} plain />)
      {silence.comment !== '' && (
        <>
          {': '}
          <bdi>{silence.comment}</bdi>
        </>
      )}
    </p>
  )
}
