import { useId, useState } from 'react'
import { compareAlerts, type JoinedAlert } from '@/domain/alerts/alert'
import { alertsOf, type ModelAlert } from '@/domain/alerts/join'
import type { ServedModel } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { AlertList } from './AlertList'
import { AlertsInLine } from './AlertsInLine'
import styles from './ModelAlertsPanel.module.css'
import { useAlertRules, useSilences } from './useAlertLists'
import { useAlerts } from './useAlerts'

/**
 * The alerts of one model in a line, which opens into the list. The line has the same height whatever it says, so
 * that the charts below it stay where they are. A deployment without a source of alerts has no such line.
 */
export function ModelAlertsPanel({ model }: { model: ServedModel }) {
  const { configured, state, failed } = useAlerts([model])
  const [open, setOpen] = useState(false)
  const id = useId()
  if (!configured) return null
  const alerts = state.data && alertsOf(state.data, model.ref).toSorted(compareAlerts)
  const some = alerts !== undefined && alerts.length > 0
  const [trouble] = failed
  return (
    <section id="alerts" aria-labelledby={id} className={styles['panel']}>
      <div className={styles['line']}>
        <h3 id={id} className={styles['title']}>
          Alerts
        </h3>
        <p className={styles['summary']}>
          {some ? <AlertsInLine alerts={alerts} /> : <span className={styles['nothing']}>{alerts ? 'None of this model is pending or fires.' : trouble ? '' : 'Asking …'}</span>}
        </p>
        {trouble && (
          <span role="alert" className={styles['trouble']}>
            {trouble.id}: <InlineFailure error={trouble.error} onRetry={trouble.retry} />
          </span>
        )}
        {some && (
          <button type="button" className={styles['toggle']} aria-expanded={open} aria-label={open ? 'Hide alerts' : 'Show alerts'} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'}
          </button>
        )}
        <AppLink to="/alerts" className={styles['all']}>
          All alerts
        </AppLink>
      </div>
      {open && some && <Opened model={model} alerts={alerts} all={state.data ?? []} />}
    </section>
  )
}

/** Rules and silences are asked for when somebody looks. */
function Opened({ model, alerts, all }: { model: ServedModel; alerts: readonly ModelAlert[]; all: readonly JoinedAlert[] }) {
  const rules = useAlertRules()
  const silences = useSilences()
  return (
    <AlertList
      label={`Alerts of ${model.ref.name}`}
      alerts={alerts}
      all={all.map((alert) => ({ ...alert, version: null }))}
      rules={rules.data ?? []}
      silences={silences.data ?? []}
    />
  )
}
