import { IconArrowsExchange, IconLock, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { UnfinishedDecision } from '@/panels/model-head/UnfinishedDecision'
import type { DecisionContext } from '@/panels/evidence/decisionContext'
import type { CommandOutcome } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { changesQuery } from '@/queries/registry'
import { Button } from '@/ui/controls/Button'
import { failureWords } from '@/ui/frame/panelState'
import styles from './DecisionTrouble.module.css'
import { outcomeSentence } from './decisionWords'

export interface DecisionTroubleProps {
  context: DecisionContext
  stopped: Exclude<CommandOutcome, { status: 'done' }> | null
  error: Error | null
  lookAgain: () => Promise<unknown>
  /** Our own decision is being carried out: its intent is no trouble. */
  writing: boolean
}

/** What stands in the way: somebody was first, the registry refused or failed, or a decision was left unfinished. */
export function DecisionTrouble({ context, stopped, error, lookAgain, writing }: DecisionTroubleProps) {
  const { registry, action, model, champion, seenChampion, seenAt } = context
  const { data: changes } = useQuery(changesQuery(registry, model.ref.name))
  const [looking, setLooking] = useState(false)
  if (writing) return null
  const open = changes?.filter(({ status }) => status === 'intended') ?? []
  const changed = champion !== seenChampion
  const look = async () => {
    setLooking(true)
    try {
      await lookAgain()
    } finally {
      setLooking(false)
    }
  }
  return (
    <>
      {error && <Failure error={error} />}
      {(stopped !== null || changed) && (
        <div role="alert" className={styles['note']} data-tone="risk">
          <IconArrowsExchange size={18} aria-hidden />
          <div className={styles['words']}>
            <p className={styles['word']}>{stopped?.status === 'busy' ? 'Somebody else is deciding' : 'The registry has changed'}</p>
            <p>{stopped === null ? changedSentence(seenChampion, champion) : outcomeSentence(stopped, action, seenAt)}</p>
          </div>
          <Button onClick={() => void look()} busy={looking}>
            Look again
          </Button>
        </div>
      )}
      {/* After our own attempt has failed, what is open is nobody's work any more. */}
      {open.map((change) => (
        <UnfinishedDecision key={change.id} registry={registry} change={change} stopped={error !== null} />
      ))}
    </>
  )
}

function changedSentence(seen: string | null, now: string | null): string {
  return `Production was ${productionWords(seen)} when you opened this, and is ${productionWords(now)} now. What you typed is kept.`
}

function productionWords(version: string | null): string {
  return version === null ? 'nothing' : `version ${version}`
}

function Failure({ error }: { error: Error }) {
  const { source, what, advice } = failureWords(error)
  const refused = error instanceof SourceError && (error.kind === 'denied' || error.kind === 'unauthenticated')
  const Icon = refused ? IconLock : IconPlugConnectedX
  return (
    <div role="alert" className={styles['note']} data-tone="failing">
      <Icon size={18} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['word']}>
          {refused ? 'No permission' : 'Failed'}
          {source !== null && ` · ${source}`}
        </p>
        <p>{what}</p>
        <p>{advice}</p>
      </div>
    </div>
  )
}
