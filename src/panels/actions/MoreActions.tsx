import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ChangeAction } from '@/domain/change'
import { Popover } from '@/ui/controls/Popover'
import styles from './ActionButtons.module.css'
import { actionVerbs } from './decisionWords'

export interface MoreActionsProps {
  /** Further things that can be done; `close` closes the list. */
  children?: (close: () => void) => ReactNode
  /** What cannot be done now, and why. */
  unavailable: readonly { action: ChangeAction; reason: string }[]
}

/** The ⋯ beside the buttons. */
export function MoreActions({ children, unavailable }: MoreActionsProps) {
  return (
    <Popover button={<IconDots size={18} aria-hidden />} label="More actions" buttonClassName={styles['dots']} title="More actions">
      {(close) => (
        <div className={styles['more']}>
          {children?.(close)}
          {unavailable.length > 0 && (
            <ul className={styles['list']} aria-label="Not possible now">
              {unavailable.map(({ action, reason }) => (
                <li key={action} className={styles['why']}>
                  <button type="button" aria-disabled className={styles['unavailable']} aria-describedby={`why-${action}`}>
                    {actionVerbs[action]}
                  </button>
                  <span id={`why-${action}`}>{reason}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Popover>
  )
}
