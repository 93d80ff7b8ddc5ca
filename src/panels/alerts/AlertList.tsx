import { useState } from 'react'
import { alertKey, type AlertRule } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import type { Silence } from '@/domain/alerts/silence'
import { useSources } from '@/queries/sources'
import { AlertItem } from './AlertItem'
import styles from './AlertItem.module.css'
import { silencesOf } from './alertWords'
import { SilenceDialog } from './SilenceDialog'
import { useSteadyOrder } from './steadyOrder'
import { UnsilenceDialog } from './UnsilenceDialog'

export interface AlertListProps {
  /** The name of the list. */
  label: string
  alerts: readonly ModelAlert[]
  /** Every alert that is known now: what a silence would cover. */
  all: readonly ModelAlert[]
  rules: readonly AlertRule[]
  silences: readonly Silence[]
}

/** Alerts in a list, with the dialogs that silence them and end a silence. */
export function AlertList({ label, alerts, all, rules, silences }: AlertListProps) {
  const { alerts: sources } = useSources()
  const ordered = useSteadyOrder(alerts, alertKey)
  const [open, setOpen] = useState<{ dialog: 'silence' | 'unsilence'; alert: ModelAlert } | null>(null)
  const [said, setSaid] = useState('')
  const writable = sources.filter((source) => source.silences === 'write')
  // An alert that no Alertmanager has yet heard of can be silenced in advance.
  const keeperOf = (alert: ModelAlert) => writable.find(({ id }) => alert.sources.includes(id)) ?? writable[0]
  const keeper = open && keeperOf(open.alert)
  const ending = open ? silencesOf(open.alert, silences) : []
  const show = (dialog: 'silence' | 'unsilence', alert: ModelAlert) => () => {
    setSaid('')
    setOpen({ dialog, alert })
  }
  const done = (words: string) => {
    setOpen(null)
    setSaid(words)
  }
  return (
    <>
      <output className="sr-only">{said}</output>
      <ul className={styles['list']} aria-label={label}>
        {ordered.map((alert) => (
          <AlertItem
            key={alertKey(alert)}
            alert={alert}
            rule={rules.find(({ name }) => name === alert.name) ?? null}
            silences={silences}
            onSilence={keeperOf(alert) === undefined ? null : show('silence', alert)}
            onUnsilence={keeperOf(alert) === undefined || silencesOf(alert, silences).length === 0 ? null : show('unsilence', alert)}
          />
        ))}
      </ul>
      {open?.dialog === 'silence' && keeper && <SilenceDialog source={keeper} alert={open.alert} all={all} onClose={() => setOpen(null)} onDone={done} />}
      {open?.dialog === 'unsilence' && (
        <UnsilenceDialog
          name={open.alert.name}
          ending={ending}
          covered={all.filter(({ silencedBy }) => ending.some(({ id }) => silencedBy.includes(id)))}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      )}
    </>
  )
}
