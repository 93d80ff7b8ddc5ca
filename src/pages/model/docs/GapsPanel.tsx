import { IconCircleCheck, IconCircleDashed, IconQuestionMark } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { Button } from '@/ui/controls/Button'
import type { DocPoint } from './docGaps'
import styles from './GapsPanel.module.css'

/** What good documentation would hold and this does not, in words; what is there is folded away. */
export function GapsPanel({ points }: { points: readonly DocPoint[] }) {
  const [open, setOpen] = useState(false)
  const listId = useId()
  const missing = points.filter(({ found }) => found === false)
  const unknown = points.filter(({ found }) => found === null)
  const there = points.filter(({ found }) => found === true)
  return (
    <section className={styles['panel']} aria-labelledby={`${listId}-head`}>
      <h2 id={`${listId}-head`} className={styles['head']}>
        What is missing
      </h2>
      {missing.length === 0 && unknown.length === 0 && <p>Nothing: everything that good documentation holds is here.</p>}
      {missing.length > 0 && (
        <ul className={styles['list']} aria-label="Missing">
          {missing.map(({ topic, advice }) => (
            <li key={topic} className={styles['point']} data-found="no">
              <IconCircleDashed size={16} aria-hidden />
              <span>
                <strong>{topic}</strong> <span className={styles['advice']}>{advice}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <p className={styles['quiet']}>
          <IconQuestionMark size={14} aria-hidden /> Not known yet: {unknown.map(({ topic }) => topic).join(', ')}.
        </p>
      )}
      {there.length > 0 && (
        <div>
          <Button size="small" variant="quiet" aria-expanded={open} aria-controls={listId} className={styles['toggle']} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'} what is there ({there.length} of {points.length})
          </Button>
          <ul id={listId} className={styles['list']} aria-label="There" hidden={!open}>
            {there.map(({ topic }) => (
              <li key={topic} className={styles['point']} data-found="yes">
                <IconCircleCheck size={16} aria-hidden />
                <span>{topic}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
