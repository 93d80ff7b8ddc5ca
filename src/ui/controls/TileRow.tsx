import type { ReactNode } from 'react'
import styles from './TileRow.module.css'

/** A strip of tiles, named for screen readers. */
export function TileRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset aria-label={label} className={styles['row']}>
      {children}
    </fieldset>
  )
}
