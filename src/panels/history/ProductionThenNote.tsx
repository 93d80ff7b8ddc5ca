import { IconAlertTriangle } from '@tabler/icons-react'
import type { PlacedChange } from '@/domain/change'
import { replay } from '@/domain/changeReplay'
import type { ModelRef } from '@/domain/model'
import type { EpochMs } from '@/domain/time'
import { useNow } from '@/ui/clock'
import { Timestamp } from '@/ui/figures/Timestamp'
import styles from './ProductionThenNote.module.css'
import { VersionLink } from './VersionLink'

export interface ProductionThenNoteProps {
  model: ModelRef
  /** The model's decisions, unfiltered. */
  changes: readonly PlacedChange[]
  at: EpochMs
  /** The champion that the registry shows now; `undefined`: not known. */
  current: string | null | undefined
}

/** What was in production at a moment, by the records, and where they are incomplete. */
export function ProductionThenNote({ model, changes, at, current }: ProductionThenNoteProps) {
  const now = useNow()
  if (at > now) return <p className={styles['note']}>That is still to come: no record speaks of it.</p>
  const { version, since, until, complete, notes } = replay(changes, at, current)
  return (
    <div className={styles['note']} data-complete={complete} role="status">
      <p className={styles['answer']}>
        {version === null ? (
          <strong>{complete ? 'Nothing was in production.' : 'The records do not say.'}</strong>
        ) : (
          <>
            <strong>
              <VersionLink version={{ ...model, version }} />
            </strong>{' '}
            was in production
          </>
        )}
        {since !== null && (
          <>
            {' '}
            since <Timestamp at={since} form="exact" plain />
          </>
        )}
        {version !== null && until === null && (current === version ? ', and still is' : '; no record ends that')}
        {version !== null && until !== null && (
          <>
            , until <Timestamp at={until} form="exact" plain />
          </>
        )}
        {version !== null && '.'}
      </p>
      {notes.map((note) => (
        <p key={note} className={styles['gap']}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>
            <span className="sr-only">The record is incomplete: </span>
            <bdi>{note}</bdi>
          </span>
        </p>
      ))}
    </div>
  )
}
