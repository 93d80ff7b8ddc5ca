import type { ReactNode } from 'react'
import type { Status } from '@/ui/badges/status'
import styles from './Tile.module.css'

export interface TileProps {
  /** What it counts, in words that follow the figure: `need attention`. */
  label: string
  /** The figure, typeset. */
  value: ReactNode
  /** Colours the figure when it is trouble; leave out when the count is zero. */
  status?: Status
  /** With `onToggle` it is a filter button, else a plain figure. */
  pressed?: boolean
  onToggle?: () => void
  /** A second, quieter line. */
  note?: ReactNode
}

/** A headline figure that filters the list below it. */
export function Tile({ label, value, status, pressed = false, onToggle, note }: TileProps) {
  const content = (
    <>
      <span className={styles['line']}>
        <span className={styles['value']} data-status={status}>
          {value}
        </span>{' '}
        <span className={styles['label']}>{label}</span>
      </span>
      {note !== undefined && <span className={styles['note']}>{note}</span>}
    </>
  )
  if (onToggle === undefined) return <div className={styles['tile']}>{content}</div>
  return (
    <button type="button" className={styles['tile']} aria-pressed={pressed} onClick={onToggle}>
      {content}
    </button>
  )
}
