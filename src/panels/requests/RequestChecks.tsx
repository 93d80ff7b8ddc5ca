import { useQuery } from '@tanstack/react-query'
import { decide } from '@/domain/gate/assessment'
import { productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { PlacedRequest } from '@/domain/request'
import type { ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { assessGathered, settledChecks } from '@/panels/evidence/gathered'
import { usePromotionEvidence } from '@/panels/evidence/usePromotionEvidence'
import { checksSummary } from '@/panels/actions/decisionWords'
import { Coded } from '@/panels/version/Coded'
import type { RegistrySource } from '@/ports/registry'
import { modelQuery, versionQuery } from '@/queries/registry'
import { useNow } from '@/ui/clock'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './RequestChecks.module.css'

export interface RequestChecksProps {
  registry: RegistrySource
  request: Pick<PlacedRequest, 'model' | 'version'>
}

/** What the checks would say if the version were promoted now. */
export function RequestChecks({ registry, request: { model: ref, version } }: RequestChecksProps) {
  const model = useQuery(modelQuery(registry, ref.name))
  const candidate = useQuery(versionQuery(registry, { ...ref, version }))
  const failed = [model, candidate].find(({ error, data }) => error && data === undefined)
  if (failed?.error) {
    return (
      <p className={styles['checks']}>
        The checks are not known. <InlineFailure error={failed.error} onRetry={failed.refetch} />
      </p>
    )
  }
  if (!model.data || !candidate.data) return <p className={styles['checks']}>Checking …</p>
  return <Checked registry={registry} model={model.data} version={candidate.data} />
}

const mostShown = 3

function Checked({ registry, model, version }: { registry: RegistrySource; model: RegisteredModel; version: ModelVersion }) {
  const champion = productionOf(model, registry.aliasNames)?.version ?? null
  const { gathered } = usePromotionEvidence({ registry, action: 'promote', model, version, champion, seenChampion: champion, seenAt: useNow() })
  const rows = assessGathered('promote', gathered)
  const waiting = rows.some((row) => row.waiting)
  const checks = settledChecks(rows, false)
  const { blockedBy } = decide(checks)
  const worth = checks.filter(({ verdict, blocking }) => blocking || verdict === 'fail').toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
  if (champion === version.ref.version) return <p className={styles['checks']}>{versionWords(champion)} is in production already: the request can be withdrawn.</p>
  return (
    <div className={styles['checks']}>
      <p>
        <span className={styles['word']}>Checks now</span> {waiting ? 'Checking …' : checksSummary(checks, blockedBy.length)}
        {champion !== null && <span className={styles['against']}> against {versionWords(champion)} in production</span>}
        {gathered.trouble && (
          <>
            {' '}
            <InlineFailure error={gathered.trouble.error} onRetry={gathered.trouble.retry} />
          </>
        )}
      </p>
      {worth.length > 0 && (
        <ul className={styles['list']}>
          {worth.slice(0, mostShown).map((check) => (
            <li key={check.id} data-blocking={check.blocking || undefined}>
              <span className={styles['mark']}>{check.blocking ? 'Blocks' : 'Fails'}</span> <Coded text={check.sentence} />
            </li>
          ))}
          {worth.length > mostShown && <li>{worth.length - mostShown} more in the promotion room.</li>}
        </ul>
      )}
    </div>
  )
}
