import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Change } from '@/domain/change'
import { reasonLimit } from '@/domain/change'
import { decide, type Check } from '@/domain/gate/assessment'
import { secondMs } from '@/domain/time'
import type { DecisionContext } from '@/panels/evidence/decisionContext'
import { assessGathered, settledChecks, type CheckRow, type Gathered } from '@/panels/evidence/gathered'
import type { CommandOutcome } from '@/ports/registry'
import { useCommand } from '@/queries/commands'
import { useIdentity } from '@/queries/identity'
import { whoAmIQuery } from '@/queries/registry'
import { useDraft, type Draft } from './useDraft'

/** After this long an advisory check without an answer holds nobody up: an emergency may be going on. */
const patienceMs = 10 * secondMs

export interface DecisionRequest {
  context: DecisionContext
  gathered: Gathered
  details: { sunset: string | null; replacement: string | null }
  /** Why the details cannot be sent, as a sentence; `null`: they can. */
  invalid: string | null
  /** Before it is sent, and after its end. */
  onWriting: (writing: boolean) => void
  onDone: (done: { change: Change; notes: readonly string[] }) => void
}

/** One decision from the first look to its outcome. */
export interface Decision {
  rows: readonly CheckRow[]
  /** The checks that have a verdict. */
  checks: readonly Check[]
  blockedBy: readonly Check[]
  draft: Draft
  write: (next: Partial<Draft>) => void
  /** Whether the registry or the person has said who decides. */
  identity: 'known' | 'asked' | 'missing'
  /** Why it cannot be confirmed yet, as a sentence; `null`: it can. */
  whyNot: string | null
  confirm: () => void
  writing: boolean
  /** It was sent and did not come about. */
  stopped: Exclude<CommandOutcome, { status: 'done' }> | null
  error: Error | null
  /** Forgets how the last attempt ended. */
  forget: () => void
}

/** Holds what a person decides, whether they may, and what became of it. */
export function useDecision({ context, gathered, details, invalid, onWriting, onDone }: DecisionRequest): Decision {
  const { registry, action, model, version, seenChampion } = context
  const key = JSON.stringify([model.ref.source, model.ref.name, action, version.ref.version])
  const [draft, write, clear] = useDraft(key)
  const [patient, setPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), patienceMs)
    return () => clearTimeout(timer)
  }, [])

  const actor = useIdentity(registry)
  const asked = useQuery(whoAmIQuery(registry))
  const identity = actor !== null ? 'known' : asked.isPending ? 'asked' : 'missing'
  const { mutate, isPending: writing, data, error, reset } = useCommand(registry)
  const stopped = data !== undefined && data.status !== 'done' ? data : null

  const rows = assessGathered(action, gathered)
  const checks = settledChecks(rows, !patient)
  const { blockedBy, checks: recorded, overrides } = decide(checks, draft.overrides)
  const waiting = rows.some((row) => row.waiting && (patient || row.level.value === 'required'))
  const reason = draft.reason.trim()
  const whyNot = writing
    ? null
    : stopped !== null
      ? 'Look again before you decide.'
      : identity === 'asked'
        ? 'The registry is asked who you are.'
        : identity === 'missing'
          ? 'Give your name first.'
          : waiting
            ? 'Checks are still running.'
            : (invalid ?? blockedWords(blockedBy) ?? reasonWords(reason))

  const confirm = () => {
    if (whyNot !== null || actor === null || writing) return
    onWriting(true)
    mutate(
      { action, model: model.ref, version: version.ref.version, seenChampion, actor, reason, ...details, checks: recorded, overrides },
      {
        onSuccess(outcome) {
          if (outcome.status !== 'done') return
          clear()
          onDone(outcome)
        },
        onSettled: () => onWriting(false),
      },
    )
  }
  return { rows, checks, blockedBy, draft, write, identity, whyNot, confirm, writing, stopped, error, forget: reset }
}

function blockedWords(blockedBy: readonly Check[]): string | null {
  const final = blockedBy.find(({ overridable }) => !overridable)
  if (final) return final.sentence
  const [first, ...others] = blockedBy
  if (!first) return null
  if (others.length === 0) return `“${first.title}” blocks: override it with a reason, or mend it.`
  return `${blockedBy.length} checks block: override each with a reason, or mend them.`
}

function reasonWords(reason: string): string | null {
  if (reason === '') return 'Write a reason.'
  return reason.length > reasonLimit ? `Shorten the reason by ${reason.length - reasonLimit} characters.` : null
}
