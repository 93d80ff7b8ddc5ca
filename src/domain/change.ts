import type { Identity } from './identity'
import type { EpochMs } from './time'

export const changeActions = ['promote', 'rollback', 'deprecate', 'archive', 'restore'] as const
export type ChangeAction = (typeof changeActions)[number]
export type ChangeStatus = 'intended' | 'done' | 'reverted' | 'overtaken'

/** One check at the time of the decision: name, verdict, value, threshold. */
export type RecordedCheck = readonly [name: string, verdict: string, value: string, threshold: string]

/** One decision, as the tag `modeldeck.change.<id>` records it. */
export interface Change {
  /** ULID: sorts by time. */
  id: string
  action: ChangeAction
  status: ChangeStatus
  actor: string
  actorKind: Identity['kind']
  at: EpochMs
  reason: string
  /** Version strings for promote and rollback, lifecycle words for the others; `null`: nothing before. */
  from: string | null
  to: string
  checks: readonly RecordedCheck[]
  overrides: readonly string[]
}
