import type { Fleet } from '@/panels/fleetFigures'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import type { FailedSource } from './useModelRows'
import styles from './ModelsPage.module.css'

/** A source that fails while the rest goes on: said once, above the list. */
export function LiveTrouble({ fleet, failed }: { fleet: Fleet; failed: readonly FailedSource[] }) {
  if (!fleet.error && failed.length === 0) return null
  return (
    <div className={styles['trouble']} role="alert">
      {fleet.error && (
        <p>
          Live figures are missing. <InlineFailure error={fleet.error} onRetry={fleet.retry} />
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
