import type { ReactNode } from 'react'
import styles from './SectionHeading.module.css'

export interface SectionHeadingProps {
  level?: 1 | 2 | 3
  children: ReactNode
  /** A quieter word beside it: a count, a unit. */
  note?: ReactNode
  /** Controls at the far end. */
  actions?: ReactNode
  id?: string
}

/** A heading with room for a note and controls on its line. */
export function SectionHeading({ level = 2, children, note, actions, id }: SectionHeadingProps) {
  const Heading = `h${level}` as const
  return (
    <div className={styles['row']}>
      <Heading id={id} className={styles['heading']}>
        {children}
      </Heading>
      {note !== undefined && <span className={styles['note']}>{note}</span>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  )
}
