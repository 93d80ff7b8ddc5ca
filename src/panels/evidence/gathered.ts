import type { ChangeAction } from '@/domain/change'
import { assess, type Check } from '@/domain/gate/assessment'
import type { Evidence } from '@/domain/gate/evidence'
import { gates } from '@/domain/gate/gates'
import { gateLevel } from '@/domain/policy'

export type EvidencePart = keyof Evidence

/** Evidence on its way: what has come, and what is still waited for. */
export interface Gathered {
  evidence: Evidence
  waiting: ReadonlySet<EvidencePart>
  /** A source that was asked and failed: its checks are unknown until it answers. */
  trouble: { error: Error; retry: () => void } | null
}

/** A row of the list of checks; `waiting`: its evidence has not come yet. */
export type CheckRow = (Check & { waiting: false }) | WaitingCheck
export type WaitingCheck = Pick<Check, 'id' | 'title' | 'level' | 'overridable'> & { waiting: true }

/** A check asked for evidence that has not come. */
class NotYet extends Error {}

/**
 * Runs every gate of an action on what has come so far. Which parts a gate looks at only the gate knows, so
 * one that reaches for a missing part is set aside until it is there.
 */
export function assessGathered(action: ChangeAction, { evidence, waiting }: Gathered): readonly CheckRow[] {
  const guarded = new Proxy(evidence, {
    get(target, part, receiver): unknown {
      if ([...waiting].some((missing) => missing === part)) throw new NotYet()
      return Reflect.get(target, part, receiver)
    },
  })
  return gates
    .filter((gate) => gate.actions.includes(action))
    .flatMap((gate): readonly CheckRow[] => {
      try {
        return assess(action, guarded, [gate]).map((check) => ({ ...check, waiting: false }))
      } catch (error) {
        if (!(error instanceof NotYet)) throw error
        const { id, title, overridable } = gate
        return [{ id, title, overridable, level: gateLevel(evidence.policy, id, gate.defaultLevel), waiting: true }]
      }
    })
}

/** The checks whose evidence has come; those that are waited for count as unknown where `giveUp` says so. */
export function settledChecks(rows: readonly CheckRow[], giveUp: boolean): readonly Check[] {
  return rows.flatMap((row): readonly Check[] => {
    if (!row.waiting) return [row]
    if (!giveUp) return []
    const sentence = 'The source did not answer in time.'
    return [{ ...row, verdict: 'unknown', value: 'no answer', threshold: '', sentence, blocking: row.level.value === 'required' }]
  })
}
