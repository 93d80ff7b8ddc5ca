import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  /** What is not here: `No model matches`. */
  title: string
  /** Why, and what to do. */
  children?: ReactNode
  /** The button that helps. */
  action?: ReactNode
}

/** A whole list or page with nothing to show. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {action}
    </div>
  )
}
