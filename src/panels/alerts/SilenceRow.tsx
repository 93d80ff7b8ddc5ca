import { useState } from 'react'
import type { Alert } from '@/domain/alerts/alert'
import { matcherText, type Silence } from '@/domain/alerts/silence'
import { useSources } from '@/queries/sources'
import { Button } from '@/ui/controls/Button'
import { Timestamp } from '@/ui/figures/Timestamp'
import styles from './SilenceRow.module.css'
import { UnsilenceDialog } from './UnsilenceDialog'

export interface SilenceRowProps {
  silence: Silence
  /** How it is called in its button and dialog. */
  name: string
  /** The alerts that it covers now. */
  covered: readonly Alert[]
}

/** One silence: what it covers, by whom, until when and why, and the button that ends it. */
export function SilenceRow({ silence, name, covered }: SilenceRowProps) {
  const { alerts: sources } = useSources()
  const [open, setOpen] = useState(false)
  const keeper = sources.find(({ id, silences }) => id === silence.source && silences === 'write')
  return (
    <li className={styles['row']}>
      <div className={styles['what']}>
        <p className={styles['matchers']}>
          {silence.matchers.map((matcher) => (
            <code key={matcherText(matcher)}>{matcherText(matcher)}</code>
          ))}
        </p>
        {silence.comment !== '' && (
          <p>
            <bdi>{silence.comment}</bdi>
          </p>
        )}
        <p className={styles['quiet']}>
          <bdi>{silence.createdBy}</bdi>
          {silence.state === 'pending' ? (
            <>
              , begins <Timestamp at={silence.startsAt} plain />
            </>
          ) : (
            <>
              , since <Timestamp at={silence.startsAt} form="short" plain />
            </>
          )}
          , ends <Timestamp at={silence.endsAt} form="exact" plain /> (<Timestamp at={silence.endsAt} plain />) ·{' '}
          {covered.length === 0 ? 'covers nothing that fires now' : `covers ${covered.map((alert) => alert.name).join(', ')}`}
        </p>
      </div>
      {keeper && (
        <Button size="small" onClick={() => setOpen(true)} aria-label={`Unsilence ${name}`}>
          Unsilence
        </Button>
      )}
      {keeper && open && <UnsilenceDialog name={covered[0]?.name ?? name} ending={[silence]} covered={covered} onClose={() => setOpen(false)} onDone={() => setOpen(false)} />}
    </li>
  )
}
