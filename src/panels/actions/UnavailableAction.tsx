import { Hint } from '@/ui/figures/Hint'
import styles from './ActionButtons.module.css'

export interface UnavailableActionProps {
  verb: string
  /** Why not, as a sentence. */
  reason: string
  size?: 'small' | 'normal'
}

/** A button that cannot be pressed now, and says why on hover, on focus and to screen readers. */
export function UnavailableAction({ verb, reason, size = 'normal' }: UnavailableActionProps) {
  return (
    <Hint hint={reason} unavailable className={size === 'small' ? styles['unavailableSmall'] : styles['unavailable']}>
      {verb}
    </Hint>
  )
}
