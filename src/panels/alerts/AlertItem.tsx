import { useState } from 'react'
import { summaryOf, type AlertRule } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import type { Silence } from '@/domain/alerts/silence'
import { durationWords, versionWords } from '@/domain/words'
import { useNow } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import { Timestamp } from '@/ui/figures/Timestamp'
import { AlertBadge } from './AlertBadge'
import styles from './AlertItem.module.css'
import { AlertLabels } from './AlertLabels'
import { silencesOf } from './alertWords'
import { SilenceNote } from './SilenceNote'

export interface AlertItemProps {
  alert: ModelAlert
  /** Its rule, where one is known: it says when a pending alert will fire. */
  rule: AlertRule | null
  silences: readonly Silence[]
  /** `null`: silences cannot be written here. */
  onSilence: (() => void) | null
  onUnsilence: (() => void) | null
}

/** One alert: how bad, what, since when, silenced by whom, and what can be done. */
export function AlertItem({ alert, rule, silences, onSilence, onUnsilence }: AlertItemProps) {
  const [open, setOpen] = useState(false)
  const covering = silencesOf(alert, silences)
  const verb = alert.silencedBy.length > 0 ? 'Unsilence' : 'Silence'
  const act = alert.silencedBy.length > 0 ? onUnsilence : onSilence
  const runbook = alert.annotations['runbook_url']
  return (
    <li className={styles['item']}>
      <AlertBadge alert={alert} />
      <div className={styles['what']}>
        <p className={styles['name']}>
          <span>
            <strong>
              <bdi>{alert.name}</bdi>
            </strong>
            {alert.version !== null && <span className={styles['version']}> {versionWords(alert.version)}</span>}
          </span>
          <button type="button" className={styles['link']} aria-expanded={open} aria-label={`Details of ${alert.name}`} onClick={() => setOpen(!open)}>
            Details <span aria-hidden>{open ? '▴' : '▾'}</span>
          </button>
          {runbook !== undefined && <ExternalLink href={runbook}>Runbook</ExternalLink>}
        </p>
        <p>
          <bdi>{summaryOf(alert.annotations) ?? <span className={styles['quiet']}>Its rule has no summary.</span>}</bdi>
        </p>
        {alert.state === 'pending' && <PendingNote alert={alert} rule={rule} />}
        {covering.map((silence) => (
          <SilenceNote key={silence.id} silence={silence} />
        ))}
        {alert.silencedBy.length > covering.length && <p className={styles['silence']}>Silenced; by whom cannot be read now.</p>}
        {alert.inhibitions > 0 && <p className={styles['silence']}>A more severe alert speaks for it: nobody is told of this one.</p>}
        {open && <AlertLabels alert={alert} query={rule?.query ?? null} />}
      </div>
      <div className={styles['since']}>
        <span className={styles['sinceWord']}>since </span>
        <Timestamp at={alert.since} form="short" />
      </div>
      <div className={styles['actions']}>
        {act !== null && (
          <Button size="small" onClick={act} aria-label={`${verb} ${alert.name}`}>
            {verb}
          </Button>
        )}
      </div>
    </li>
  )
}

/** How long it takes until a pending alert fires. */
function PendingNote({ alert, rule }: Pick<AlertItemProps, 'alert' | 'rule'>) {
  const now = useNow()
  if (rule === null || alert.since === null) return <p className={styles['silence']}>Fires when it has lasted for as long as its rule asks.</p>
  const left = alert.since + rule.forMs - now
  return (
    <p className={styles['silence']}>
      {left > 0 ? `Fires in ${durationWords(left)} if it lasts: its rule asks for ${durationWords(rule.forMs)}.` : 'About to fire.'}
    </p>
  )
}
