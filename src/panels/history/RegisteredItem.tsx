import type { ModelVersion } from '@/domain/version'
import { Timestamp } from '@/ui/figures/Timestamp'
import styles from './RegisteredItem.module.css'
import { VersionLink } from './VersionLink'

const mostNamed = 3

/** Versions that were registered: known from the registry itself, without a record. Quieter than a decision. */
export function RegisteredItem({ versions }: { versions: readonly ModelVersion[] }) {
  const [newest] = versions
  const oldest = versions.at(-1)
  if (newest === undefined || oldest === undefined) return null
  const people = [...new Set(versions.flatMap(({ createdBy }) => createdBy ?? []))]
  return (
    <li className={styles['item']}>
      <span className={styles['dot']} aria-hidden />
      <span className={styles['words']}>
        {versions.length <= mostNamed ? (
          versions.toReversed().map(({ ref }, index) => (
            <span key={ref.version}>
              {index > 0 && ', '}
              <VersionLink version={ref} />
            </span>
          ))
        ) : (
          <>
            {versions.length} versions, <VersionLink version={oldest.ref} /> to <VersionLink version={newest.ref} />,
          </>
        )}{' '}
        registered{people.length === 1 && <> by <bdi>{people[0]}</bdi></>}
      </span>
      <span className={styles['time']}>
        <Timestamp at={newest.createdAt} plain />
      </span>
    </li>
  )
}
