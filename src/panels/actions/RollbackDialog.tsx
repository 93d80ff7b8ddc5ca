import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayMs, hourMs } from '@/domain/time'
import { runIdOf } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { useRegistryEvidence } from '@/panels/evidence/useRegistryEvidence'
import { useServingEvidence, type ServingFigures } from '@/panels/evidence/useServingEvidence'
import { changesQuery, runsQuery, versionQuery } from '@/queries/registry'
import { useClock } from '@/ui/clock'
import { Timestamp } from '@/ui/figures/Timestamp'
import type { ActionProps } from './actionProps'
import { CompareTable, type ComparedSide } from './CompareTable'
import { DecisionDialog } from './DecisionDialog'
import { lastServed } from './lastServed'
import styles from './RollbackDialog.module.css'
import { SignatureChanges } from './SignatureChanges'

/** Back to an earlier champion: how the present one does, how the earlier one did when it last served. */
export function RollbackDialog(props: ActionProps) {
  const { context } = props
  const { registry, model, version, champion } = context
  const clock = useClock()
  const [openedAt] = useState(() => clock.now())
  const { gathered } = useRegistryEvidence(context)
  const changes = useQuery(changesQuery(registry, model.ref.name))
  const served = changes.data && lastServed(changes.data, version.ref.version)
  // The figures of the last day in which it served; whole minutes, so that the question stays the same.
  const offsetMs = served?.until ? Math.max(0, Math.ceil((openedAt - served.until) / 60_000) * 60_000) : 0
  const now = useServingEvidence(model, { windowMs: hourMs, offsetMs: 0 })
  const then = useServingEvidence(model, { windowMs: dayMs, offsetMs }, served?.until != null)
  const present = useQuery({ ...versionQuery(registry, { ...model.ref, version: champion ?? '' }), enabled: champion !== null })
  const versions = present.data ? [version, present.data] : [version]
  const runs = useQuery({ ...runsQuery(registry, versions), enabled: champion === null || !present.isPending })
  const runOf = (id: string | null | undefined) => (runs.isPending ? undefined : (runs.data?.get(id ?? '') ?? null))

  const target: ComparedSide = {
    label: versionWords(version.ref.version),
    run: runOf(runIdOf(version)),
    serving: served === undefined ? undefined : served?.until == null ? 'not-asked' : servingOf(then, version.ref.version),
    servingTime: 'its last 24 h',
  }
  const reference: ComparedSide | null =
    champion === null
      ? null
      : {
          label: `champion ${versionWords(champion)}`,
          run: present.data ? runOf(runIdOf(present.data)) : present.isPending ? undefined : null,
          serving: servingOf(now, champion),
          servingTime: 'last hour',
        }
  return (
    <DecisionDialog
      {...props}
      gathered={gathered}
      size="normal"
      aside={champion === null ? 'nothing in production' : `currently ${versionWords(champion)}`}
    >
      <p className={styles['served']}>
        {served === undefined ? (
          'When it last served is being looked up …'
        ) : served === null ? (
          `No record says that version ${version.ref.version} ever served production.`
        ) : (
          <>
            Version {version.ref.version} served production
            {served.since !== null && (
              <>
                {' '}
                from <Timestamp at={served.since} plain form="exact" />
              </>
            )}
            {served.until !== null && (
              <>
                {' '}
                until <Timestamp at={served.until} plain />
              </>
            )}
            .
          </>
        )}
      </p>
      <CompareTable title="Now and then" reference={reference} candidate={target} task={model.task} />
      {champion !== null && <SignatureChanges registry={registry} before={present.data} after={version} />}
    </DecisionDialog>
  )
}

function servingOf(figures: ServingFigures, version: string): ComparedSide['serving'] {
  if (figures.waiting) return undefined
  const found = figures.of(version)
  return found === undefined ? 'not-asked' : found
}
