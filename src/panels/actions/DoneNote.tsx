import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Change } from '@/domain/change'
import { movesChampion } from '@/domain/change'
import { modelPath } from '@/domain/address'
import type { ModelRef } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'
import { IconButton } from '@/ui/controls/IconButton'
import styles from './DoneNote.module.css'
import { doneSentence } from './decisionWords'

/** A decision that was carried out. */
export interface Done {
  change: Change
  version: string
  /** What did not come about beside it, as sentences. */
  notes: readonly string[]
}

export interface DoneNoteProps {
  model: ModelRef
  done: Done
  onDismiss: () => void
}

/** What is true now, and where it is written. Takes the focus that the dialog has left. */
export function DoneNote({ model, done: { change, version, notes }, onDismiss }: DoneNoteProps) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog has given the focus back to a button that may just have gone.
    const timer = setTimeout(() => note.current?.focus({ preventScroll: true }))
    return () => clearTimeout(timer)
  }, [])
  return (
    <div ref={note} tabIndex={-1} role="status" className={styles['note']}>
      <IconCheck size={18} aria-hidden />
      <div className={styles['words']}>
        <p>
          <strong>{doneSentence(change, version)}</strong> Recorded as <code>{change.id}</code> on version {movesChampion(change) ? change.to : version}.{' '}
          <AppLink to={modelPath(model, 'history')}>History</AppLink>
        </p>
        {notes.map((text) => (
          <p key={text} className={styles['aside']}>
            {text}
          </p>
        ))}
      </div>
      <IconButton label="Dismiss" icon={<IconX size={16} aria-hidden />} onClick={onDismiss} />
    </div>
  )
}
