import { compareAlerts } from '@/domain/alerts/alert'
import { alertsOf } from '@/domain/alerts/join'
import type { ServedModel } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { AlertList } from './AlertList'
import styles from './ModelAlertsPanel.module.css'
import { useAlertRules, useSilences } from './useAlertLists'
import { useAlerts } from './useAlerts'

/** The alerts of one model. A deployment without a source of alerts has no such panel; one line where all is calm. */
export function ModelAlertsPanel({ model }: { model: ServedModel }) {
  const { configured, state, failed, notes } = useAlerts([model])
  const alerts = state.data && alertsOf(state.data, model.ref).toSorted(compareAlerts)
  const some = (alerts?.length ?? 0) > 0
  const rules = useAlertRules(some)
  const silences = useSilences(some)
  if (!configured) return null
  const troubles = failed.map(({ id, error, retry }) => (
    <p key={id} role="alert" className={styles['calm']}>
      What {id} knows of alerts is missing. <InlineFailure error={error} onRetry={retry} />
    </p>
  ))
  if (alerts && !some) {
    return (
      <div>
        {failed.length === 0 && <p className={styles['calm']}>No alert of this model is pending or firing.</p>}
        {troubles}
      </div>
    )
  }
  return (
    <PanelFrame
      title="Alerts"
      state={{ ...state, data: alerts }}
      minHeight={64}
      notes={notes}
      actions={
        <AppLink to="/alerts" className={styles['all']}>
          All alerts
        </AppLink>
      }
    >
      {(shown) => (
        <>
          {troubles}
          <AlertList label={`Alerts of ${model.ref.name}`} alerts={shown} all={(state.data ?? []).map((alert) => ({ ...alert, version: null }))} rules={rules.data ?? []} silences={silences.data ?? []} />
        </>
      )}
    </PanelFrame>
  )
}
