import { IconProgressAlert } from '@tabler/icons-react'
import { useState } from 'react'
import { changePhase, describeChange } from '@/domain/change'
import { IdentityForm } from '@/panels/IdentityForm'
import type { CommandOutcome, RecordedChange, RegistrySource } from '@/ports/registry'
import { useResolveIntent } from '@/queries/commands'
import { useIdentity } from '@/queries/identity'
import { useNow } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { Timestamp } from '@/ui/figures/Timestamp'
import { failureWords } from '@/ui/frame/panelState'
import styles from './UnfinishedDecision.module.css'

export interface UnfinishedDecisionProps {
  registry: RegistrySource
  change: RecordedChange
  /** Its author is known to have stopped: it can be ended at once, however young it is. */
  stopped?: boolean
}

/** A decision that was begun and not ended: who, what, why, and how to end it. */
export function UnfinishedDecision({ registry, change, stopped = false }: UnfinishedDecisionProps) {
  const underWay = changePhase(change, useNow()) === 'under-way' && !stopped
  const actor = useIdentity(registry)
  const [asksName, setAsksName] = useState(false)
  const { mutate, isPending, variables, data, error } = useResolveIntent(registry, change.model)
  const resolve = (how: 'finish' | 'revert') => {
    if (actor === null) setAsksName(true)
    else mutate({ id: change.id, how, actor })
  }
  const words = error && failureWords(error)
  return (
    <div className={styles['banner']} role="status">
      <IconProgressAlert size={18} aria-hidden />
      <div className={styles['words']}>
        <p>
          <strong>
            <bdi>{change.actor}</bdi> {underWay ? underWayWords(change) : describeChange(change)}
          </strong>
          , begun <Timestamp at={change.at} plain />.
        </p>
        {change.reason !== '' && (
          <p className={styles['quiet']}>
            Reason: <bdi>{change.reason}</bdi>
          </p>
        )}
        <p className={styles['quiet']}>{adviceWords(registry, underWay)}</p>
        {asksName && actor === null && <IdentityForm onDone={() => setAsksName(false)} />}
        {words && (
          <p role="alert" className={styles['error']}>
            {words.what} {words.advice}
          </p>
        )}
        {data && data.status !== 'done' && <p role="alert">{outcomeWords(data)}</p>}
      </div>
      {!registry.readOnly && !underWay && (
        <div className={styles['buttons']}>
          <Button variant="primary" busy={isPending && variables.how === 'finish'} disabled={isPending} onClick={() => resolve('finish')}>
            Finish
          </Button>
          <Button busy={isPending && variables.how === 'revert'} disabled={isPending} onClick={() => resolve('revert')}>
            Revert
          </Button>
        </div>
      )}
    </div>
  )
}

function underWayWords(change: RecordedChange): string {
  return describeChange(change).replace(/^has not finished/, 'is at')
}

function adviceWords(registry: RegistrySource, underWay: boolean): string {
  if (underWay) return 'It is under way just now. If it does not end by itself within a minute, it can be finished or reverted here.'
  if (registry.readOnly) return `${registry.id} is read-only in this deployment, so it cannot be ended here.`
  return 'It was interrupted. Finish carries it through as it was decided; Revert puts back what was before. Either is recorded.'
}

function outcomeWords(outcome: Exclude<CommandOutcome, { status: 'done' }>): string {
  if (outcome.status === 'busy') return `${outcome.intent.actor} has another decision on this model under way: try again in a moment.`
  const found = outcome.found === null ? 'no version' : `version ${outcome.found}`
  const by = outcome.by === null ? 'without a record' : `by ${outcome.by.actor}`
  return `The registry had changed meanwhile ${by}: ${found} serves production now. Nothing of this decision was kept.`
}
