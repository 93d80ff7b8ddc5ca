import { Button } from '@/ui/controls/Button'
import { countText } from '@/ui/format/numbers'
import styles from './HistoryPage.module.css'

export interface ReadingProgressProps {
  /** Versions with records that were looked at so far. */
  versions: number
  complete: boolean
  reading: boolean
  onStop: () => void
  onReadOn: () => void
}

/** How far the reading has come, and that what is shown is not all. Draws nothing once everything is there. */
export function ReadingProgress({ versions, complete, reading, onStop, onReadOn }: ReadingProgressProps) {
  if (complete) return null
  return (
    <div className={styles['progress']} role="status">
      {reading && <progress aria-label="Reading records" className={styles['bar']} />}
      <span>
        {reading
          ? `Reading: ${countText(versions)} versions with records so far.`
          : `The records of ${countText(versions)} versions were read; there are more.`}{' '}
        Records are found by version, not by time: the last decisions may be among those to come.
      </span>
      {reading ? (
        <Button size="small" onClick={onStop}>
          Stop
        </Button>
      ) : (
        <Button size="small" onClick={onReadOn}>
          Read on
        </Button>
      )}
    </div>
  )
}
