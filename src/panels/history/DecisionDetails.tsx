import type { PlacedChange } from '@/domain/change'
import { CopyButton } from '@/ui/controls/CopyButton'
import { exactTime, utcTime } from '@/ui/format/times'
import { CheckList } from './CheckList'
import styles from './DecisionItem.module.css'

/** What the record holds besides the sentence: the checks of that time, the exact time, and where it stands. */
export function DecisionDetails({ change }: { change: PlacedChange }) {
  const { at, id, version, status, checks } = change
  const tag = `modeldeck.${status === 'intended' ? 'intent' : 'change'}.${id}`
  return (
    <div className={styles['details']}>
      <CheckList checks={checks} />
      <dl className={styles['facts']}>
        <dt>Decided</dt>
        <dd>
          {exactTime(at)} <span className={styles['quiet']}>({utcTime(at)})</span>
        </dd>
        <dt>Record</dt>
        <dd className={styles['record']}>
          <span>
            tag <code>{tag}</code> on {status === 'intended' ? 'the model' : <bdi>version {version}</bdi>}
          </span>
          <CopyButton text={tag} label="Copy the name of the tag" />
        </dd>
      </dl>
    </div>
  )
}
