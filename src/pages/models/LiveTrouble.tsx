import type { ModelAlerts } from '@/panels/alerts/useModelAlerts'
import type { Fleet } from '@/panels/fleetFigures'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import type { FailedSource } from './useModelRows'
import styles from './ModelsPage.module.css'

/** A source that fails while the rest goes on: said once, above the list. */
export function LiveTrouble({ fleet, alerts, failed }: { fleet: Fleet; alerts: ModelAlerts; failed: readonly FailedSource[] }) {
  const alertsError = alerts.error(fleet.error)
  if (!fleet.error && !alertsError && failed.length === 0) return null
  return (
    <div className={styles['trouble']} role="alert">
      {fleet.error && (
        <p>
          Live figures are missing or old. <InlineFailure error={fleet.error} onRetry={fleet.retry} />
        </p>
      )}
      {alertsError && (
        <p>
          Alerts may be missing or old. <InlineFailure error={alertsError} onRetry={alerts.retry} />
        </p>
      )}
      {failed.map(({ id, error, retry }) => (
        <p key={id}>
          The models of {id} may be out of date. <InlineFailure error={error} onRetry={retry} />
        </p>
      ))}
    </div>
  )
}
