import type { ReactNode } from 'react'
import styles from './ToggleChip.module.css'

export interface ToggleChipProps {
  pressed: boolean
  onToggle: () => void
  children: ReactNode
}

/** A small choice that is on or off: `Mine`, `Pinned`. */
export function ToggleChip({ pressed, onToggle, children }: ToggleChipProps) {
  return (
    <button type="button" className={styles['chip']} aria-pressed={pressed} onClick={onToggle}>
      {children}
    </button>
  )
}
