import { describeChange } from '@/domain/change'
import type { ModelVersion } from '@/domain/version'
import { Timestamp } from '@/ui/figures/Timestamp'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './DecisionsPanel.module.css'

/** The decisions that are recorded on the version, newest first. */
export function DecisionsPanel({ state }: { state: Loadable<ModelVersion> }) {
  return (
    <PanelFrame
      title="Decisions"
      state={state}
      headingLevel={2}
      minHeight={64}
      isEmpty={({ changes }) => changes.length === 0}
      emptyText="No decision is recorded on this version. A change that was made in the registry itself leaves no record."
    >
      {({ changes, ref }) => (
        <ol className={styles['list']}>
          {changes.map((change) => {
            const failed = change.checks.filter(([, verdict]) => verdict === 'fail').length
            return (
              <li key={change.id} className={styles['item']}>
                <p>
                  <strong>
                    <bdi>{change.actor}</bdi>
                  </strong>
                  {change.actorKind === 'self-declared' && <span className={styles['quiet']}> (self-declared)</span>}{' '}
                  {describeChange({ ...change, version: ref.version })}
                </p>
                {change.reason !== '' && (
                  <p className={styles['reason']}>
                    <bdi>{change.reason}</bdi>
                  </p>
                )}
                <p className={styles['quiet']}>
                  <Timestamp at={change.at} />
                  {change.checks.length > 0 && ` · ${change.checks.length} checks, ${failed === 0 ? 'none failed' : `${failed} failed`}`}
                  {change.overrides.length > 0 && ` · overrode ${change.overrides.join(', ')}`}
                </p>
              </li>
            )
          })}
        </ol>
      )}
    </PanelFrame>
  )
}
