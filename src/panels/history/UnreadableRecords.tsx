import { IconAlertTriangle } from '@tabler/icons-react'
import type { UnreadableRecord } from '@/ports/registry'
import styles from './UnreadableRecords.module.css'
import { VersionLink } from './VersionLink'

const mostShown = 10

/** Records that are there and cannot be read: the history has a hole, and this is where. Draws nothing without one. */
export function UnreadableRecords({ records }: { records: readonly UnreadableRecord[] }) {
  if (records.length === 0) return null
  return (
    <div className={styles['box']}>
      <p className={styles['head']}>
        <IconAlertTriangle size={15} aria-hidden />
        {records.length === 1 ? '1 record cannot be read' : `${records.length} records cannot be read`} and {records.length === 1 ? 'is' : 'are'} missing
        here
      </p>
      <ul className={styles['list']} aria-label="Records that cannot be read">
        {records.slice(0, mostShown).map(({ model, version, problem }) => (
          <li key={`${model.source} ${model.name} ${version ?? ''} ${problem.field}`}>
            <bdi>{model.name}</bdi>
            {version !== null && (
              <>
                {' '}
                <VersionLink version={{ ...model, version }} />
              </>
            )}
            : <bdi>{problem.message}</bdi> <code>{problem.field}</code>
          </li>
        ))}
        {records.length > mostShown && <li>and {records.length - mostShown} more</li>}
      </ul>
    </div>
  )
}
