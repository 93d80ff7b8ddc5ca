import type { Intent } from '@/adapters/annotations'
import { movesChampion } from '@/domain/change'
import { championMove } from './championMove'
import { lifecycleMove } from './lifecycleMove'
import type { ModelState, RegistryPrimitives, VersionState } from './primitives'

/** How far the registry is: as before the decision, partly there, all there, or somewhere else. */
export type Position = 'before' | 'part' | 'after' | 'other'

export interface Observation {
  state: ModelState
  /** Read only where the move needs it. */
  version: VersionState | null
}

/** What a decision writes, apart from its intent and record. Every step may be repeated. */
export interface Move {
  observe(state: ModelState): Promise<Observation>
  position(seen: Observation): Position
  /** What the registry holds, in the words of `from` and `to`. */
  found(seen: Observation): string | null
  /** `check` runs before each write and throws when the decision is no longer ours to carry out. */
  apply(check: () => Promise<void>): Promise<void>
  undo(check: () => Promise<void>): Promise<void>
}

export function moveOf(p: RegistryPrimitives, name: string, intent: Intent): Move {
  return movesChampion(intent.change) ? championMove(p, name, intent) : lifecycleMove(p, name, intent)
}
