import { statusWords, type Health } from '@/domain/health/assess'
import { versionWords } from '@/domain/words'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './Policy.module.css'
import type { Verdict } from './previewRows'
import { previewed, type PolicyPreviewData } from './usePolicyPreview'

export interface PolicyPreviewProps {
  preview: PolicyPreviewData
  /** The model's judgement now and by the edited policy; `undefined`: on its way. */
  now: Health | undefined
  edited: Health | undefined
}

/** What the edited policy would say about today's model and versions, before it is saved. */
export function PolicyPreview({ preview: { rows, loaded, more, waiting, error }, now, edited }: PolicyPreviewProps) {
  return (
    <div className={styles['preview']} aria-busy={waiting || undefined}>
      <ModelVerdict now={now} edited={edited} />
      {error && (
        <p className={styles['quiet']}>
          Some of it is not known. <InlineFailure error={error} />
        </p>
      )}
      <table className={styles['verdicts']} aria-label="Promoting today’s versions">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">Now</th>
            <th scope="col">By this policy</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ version, inProduction, now: before, edited: after, differs }) => (
            <tr key={version} data-differs={differs || undefined}>
              <th scope="row">
                {versionWords(version)}
                {inProduction && <small className={styles['unit']}>in production</small>}
              </th>
              <td>
                <VerdictWords verdict={before} inProduction={inProduction} />
              </td>
              <td>
                {differs ? <VerdictWords verdict={after} inProduction={inProduction} /> : <span className={styles['quiet']}>as now</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['quiet']}>
        {waiting ? 'Still asking … ' : ''}
        {loaded > previewed || more ? `The newest ${previewed} versions and the champion. ` : ''}
        Tests and documents are looked at where they are required; live figures are those of the last 24 hours.
      </p>
    </div>
  )
}

function VerdictWords({ verdict: { passed, judged, blockedBy }, inProduction }: { verdict: Verdict; inProduction: boolean }) {
  return (
    <>
      {blockedBy.length === 0 ? <span>{inProduction ? 'meets it' : 'could be promoted'}</span> : <strong className={styles['blocked']}>{inProduction ? 'does not meet it' : 'blocked'}</strong>}
      <small className={styles['unit']}>
        {passed} of {judged} pass
      </small>
      {blockedBy.length > 0 && (
        <ul className={styles['why']}>
          {blockedBy.map(({ id, sentence }) => (
            <li key={id}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function ModelVerdict({ now, edited }: Pick<PolicyPreviewProps, 'now' | 'edited'>) {
  if (!now || !edited) return <p className={styles['quiet']}>Judging the model …</p>
  const same = now.status === edited.status && now.reasons.map(({ sentence }) => sentence).join() === edited.reasons.map(({ sentence }) => sentence).join()
  if (same) return <p>The model stays as it is judged now: {statusWords[now.status]}.</p>
  return (
    <div role="status">
      <p>
        The model {now.status === edited.status ? 'stays' : `is ${statusWords[now.status]} and would be`} <strong>{statusWords[edited.status]}</strong>.
      </p>
      <ul className={styles['why']}>
        {edited.reasons.map(({ rule, sentence }) => (
          <li key={rule}>{sentence}.</li>
        ))}
      </ul>
    </div>
  )
}
