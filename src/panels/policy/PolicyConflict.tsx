import { IconArrowsExchange } from '@tabler/icons-react'
import { Button } from '@/ui/controls/Button'
import styles from './Policy.module.css'

export interface PolicyConflictProps {
  /** The tag as somebody else has written it; empty: they took it away. */
  theirs: string
  onMine: () => void
  onTheirs: () => void
}

/** Somebody changed the policy while it was edited here: nothing was written, and what to do now. */
export function PolicyConflict({ theirs, onMine, onTheirs }: PolicyConflictProps) {
  return (
    <div role="alert" className={styles['conflict']}>
      <IconArrowsExchange size={18} aria-hidden />
      <div className={styles['conflictWords']}>
        <p>
          <strong>Somebody has changed the policy since you opened it.</strong> Nothing was written. In the registry stands:
        </p>
        <pre className={styles['theirs']}>{theirs === '' ? 'nothing' : theirs}</pre>
      </div>
      <div className={styles['conflictButtons']}>
        <Button onClick={onTheirs}>Take theirs, drop mine</Button>
        <Button variant="danger" onClick={onMine}>
          Save mine over theirs
        </Button>
      </div>
    </div>
  )
}
