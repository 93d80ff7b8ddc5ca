import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Button } from '@/ui/controls/Button'
import styles from './ConflictNote.module.css'

export interface ConflictNoteProps {
  product: string
  /** What stands in the registry now; empty for nothing. */
  theirs: string
  mine: string
  busy: boolean
  onOverwrite: () => void
  onTakeTheirs: () => void
  onKeepEditing: () => void
}

/** Somebody else wrote meanwhile: both texts, and a question. Nothing is written before it is answered. */
export function ConflictNote({ product, theirs, mine, busy, onOverwrite, onTakeTheirs, onKeepEditing }: ConflictNoteProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alertdialog" aria-label="Changed meanwhile" tabIndex={-1} className={styles['box']}>
      <p className={styles['head']}>
        <IconAlertTriangle size={16} aria-hidden />
        Somebody changed this text in {product} since you opened it. Nothing was written yet.
      </p>
      <div className={styles['texts']}>
        <Text title={`In ${product} now`} text={theirs} />
        <Text title="Yours" text={mine} />
      </div>
      <div className={styles['buttons']}>
        <Button onClick={onKeepEditing} disabled={busy}>
          Keep editing mine
        </Button>
        <Button onClick={onTakeTheirs} disabled={busy}>
          Take theirs, drop mine
        </Button>
        <Button variant="danger" onClick={onOverwrite} busy={busy}>
          Save mine over theirs
        </Button>
      </div>
    </div>
  )
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <section className={styles['text']} aria-label={title}>
      <p className={styles['title']}>{title}</p>
      {text === '' ? (
        <p className={styles['quiet']}>No text</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
        <pre className={styles['raw']} tabIndex={0}>
          <bdi>{text}</bdi>
        </pre>
      )}
    </section>
  )
}
