import { IconPlugConnectedX } from '@tabler/icons-react'
import { Hint } from '@/ui/figures/Hint'
import { failureWords } from './panelState'
import styles from './InlineFailure.module.css'

export interface InlineFailureProps {
  error: unknown
  /** Adds a `Retry` link. */
  onRetry?: () => unknown
}

/** A failure where there is no room for a panel: in a cell or a tile. The reason is on hover and focus. */
export function InlineFailure({ error, onRetry }: InlineFailureProps) {
  const words = failureWords(error)
  return (
    <span className={styles['failure']}>
      <Hint
        hint={
          <>
            {words.source !== null && <strong>{words.source}: </strong>}
            {words.what}
            <small>{words.advice}</small>
          </>
        }
      >
        <span className={styles['word']}>
          <IconPlugConnectedX size={14} aria-hidden /> Failed
        </span>
      </Hint>
      {onRetry !== undefined && (
        <button type="button" className={styles['retry']} onClick={() => void onRetry()}>
          Retry
        </button>
      )}
    </span>
  )
}
