import styles from './SaidNote.module.css'

/** What one's last answer led to, and what did not come about beside it; announced. */
export interface Said {
  sentence: string
  notes: readonly string[]
}

/** The place where answers are confirmed: there from the start, so that a screen reader hears what comes. */
export function SaidNote({ said }: { said: Said | null }) {
  return (
    <div role="status" className={said ? styles['note'] : undefined}>
      {said && (
        <>
          <p>{said.sentence}</p>
          {said.notes.map((note) => (
            <p key={note} className={styles['aside']}>
              {note}
            </p>
          ))}
        </>
      )}
    </div>
  )
}
