import { IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import type { EpochMs } from '@/domain/time'
import { Button } from '@/ui/controls/Button'
import { Timestamp } from '@/ui/figures/Timestamp'
import { failureWords } from './panelState'
import styles from './PanelState.module.css'

export interface FailureNoteProps {
  /** What failed: the panel's title. */
  what: string
  error: unknown
  since: EpochMs
  onRetry: () => unknown
  retrying: boolean
  /** The source understood, and says no. */
  noPermission?: boolean
}

/** A failure in full: what, which source, why, since when, what to do, and `Retry`. */
export function FailureNote({ what, error, since, onRetry, retrying, noPermission = false }: FailureNoteProps) {
  const words = failureWords(error)
  const Icon = noPermission ? IconLock : IconPlugConnectedX
  return (
    <div className={styles['state']} data-kind={noPermission ? 'no-permission' : 'failed'}>
      <Icon size={20} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['word']}>
          {noPermission ? 'No permission' : 'Failed'}
          {words.source !== null && <span className={styles['source']}> · {words.source}</span>}
        </p>
        <p>{words.what}</p>
        <p className={styles['quiet']}>
          {words.advice}
        </p>
        <p className={styles['quiet']}>
          {what}: missing since <Timestamp at={since} form="exact" plain /> (<Timestamp at={since} plain />).
        </p>
        <Button size="small" onClick={() => void onRetry()} busy={retrying} className={styles['retry']}>
          Retry
        </Button>
      </div>
    </div>
  )
}
