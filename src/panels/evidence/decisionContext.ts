import type { ChangeAction } from '@/domain/change'
import type { RegisteredModel } from '@/domain/model'
import type { EpochMs } from '@/domain/time'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'

/** What a decision is about, as it is known now. */
export interface DecisionContext {
  registry: RegistrySource
  action: ChangeAction
  model: RegisteredModel
  /** The version that the action is about; for promote and rollback the new champion. */
  version: ModelVersion
  /** The version in production now; `null`: none. */
  champion: string | null
  /** The one that was in production when the dialog was opened. */
  seenChampion: string | null
  /** When that was seen. */
  seenAt: EpochMs
}
