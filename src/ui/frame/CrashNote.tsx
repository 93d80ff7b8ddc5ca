import { IconBug } from '@tabler/icons-react'
import { Button } from '@/ui/controls/Button'
import styles from './PanelState.module.css'

/** Says that Modeldeck itself could not draw something: no source is to blame. */
export function CrashNote({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  return (
    <div className={styles['state']} data-kind="failed" role="alert">
      <IconBug size={20} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['word']}>Failed to draw {what}</p>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p className={styles['quiet']}>This is a fault of Modeldeck. The rest of the page works; please report this text.</p>
        <Button size="small" onClick={onRetry} className={styles['retry']}>
          Retry
        </Button>
      </div>
    </div>
  )
}
