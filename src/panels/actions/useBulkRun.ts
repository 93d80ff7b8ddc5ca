import { useRef, useState } from 'react'
import { decide } from '@/domain/gate/assessment'
import type { Identity } from '@/domain/identity'
import type { ModelRef } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { useCommand } from '@/queries/commands'
import { failureWords } from '@/ui/frame/panelState'
import { useClock } from '@/ui/clock'
import type { BulkAction, BulkRow } from './bulkRows'
import { doneSentence, outcomeSentence } from './decisionWords'

/** How one of several decisions stands. */
export interface BulkState {
  status: 'writing' | 'done' | 'failed'
  /** What is true now, or why it did not come about. */
  sentence: string
}

export interface BulkCommand {
  action: BulkAction
  model: ModelRef
  seenChampion: string | null
  actor: Identity
  reason: string
  /** Why checks that block are overridden; empty for not. */
  override: string
  sunset: string | null
  replacement: string | null
}

/** Decides about several versions one after the other: each has its own record, and one that fails stops none. */
export function useBulkRun(registry: RegistrySource) {
  const { mutateAsync } = useCommand(registry)
  const clock = useClock()
  const [states, setStates] = useState<ReadonlyMap<string, BulkState>>(new Map())
  const [running, setRunning] = useState(false)
  const [ended, setEnded] = useState(false)
  const stopped = useRef(false)

  const set = (version: string, state: BulkState) => setStates((before) => new Map(before).set(version, state))
  const run = async (rows: readonly BulkRow[], { override, ...command }: BulkCommand) => {
    const seenAt = clock.now()
    stopped.current = false
    setRunning(true)
    for (const { version, checks, blocking } of rows) {
      if (stopped.current) break
      const name = version.ref.version
      set(name, { status: 'writing', sentence: 'Writing …' })
      const decision = decide(checks, Object.fromEntries(blocking.map(({ id }) => [id, override])))
      try {
        const outcome = await mutateAsync({ ...command, version: name, checks: decision.checks, overrides: decision.overrides })
        if (outcome.status === 'done') set(name, { status: 'done', sentence: [doneSentence(outcome.change, name), ...outcome.notes].join(' ') })
        else set(name, { status: 'failed', sentence: outcomeSentence(outcome, command.action, seenAt) })
      } catch (error) {
        const { what, advice } = failureWords(error)
        set(name, { status: 'failed', sentence: `${what} ${advice}` })
      }
    }
    setRunning(false)
    setEnded(true)
  }
  return {
    states,
    running,
    ended,
    run,
    /** Ends after the one that is being written. */
    stop: () => {
      stopped.current = true
    },
  }
}
