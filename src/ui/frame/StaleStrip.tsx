import { IconClockExclamation } from '@tabler/icons-react'
import type { EpochMs } from '@/domain/time'
import { Button } from '@/ui/controls/Button'
import { Timestamp } from '@/ui/figures/Timestamp'
import { failureWords } from './panelState'
import styles from './StaleStrip.module.css'

export interface StaleStripProps {
  /** When the data on screen came. */
  since: EpochMs
  error: unknown
  onRetry: () => unknown
  retrying: boolean
}

/** Says that what is on screen is old, since when and why. */
export function StaleStrip({ since, error, onRetry, retrying }: StaleStripProps) {
  const words = failureWords(error)
  return (
    <div className={styles['strip']}>
      <IconClockExclamation size={16} aria-hidden />
      <p className={styles['text']}>
        <strong>
          Stale since <Timestamp at={since} form="exact" plain />
        </strong>{' '}
        {words.source !== null && <code>{words.source}</code>} {words.what} {words.advice}
      </p>
      <Button size="small" onClick={() => void onRetry()} busy={retrying}>
        Retry
      </Button>
    </div>
  )
}
