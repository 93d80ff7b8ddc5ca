import type { ReactNode } from 'react'
import type { FieldProps } from './field'
import styles from './Field.module.css'

export interface FieldFrameProps extends FieldProps {
  id: string
  noteId: string
  children: ReactNode
}

/** Label above, help or error below. */
export function FieldFrame({ label, hideLabel = false, help, error, id, noteId, children }: FieldFrameProps) {
  const wrong = error != null && error !== ''
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : styles['label']}>
        {label}
      </label>
      {children}
      {(wrong || help !== undefined) && (
        <div id={noteId} className={styles['note']} data-wrong={wrong || undefined}>
          {wrong ? error : help}
        </div>
      )}
    </div>
  )
}
