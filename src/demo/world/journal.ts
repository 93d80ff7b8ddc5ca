import type { EpochMs } from '@/domain/time'
import type { PersonaId } from './personas'
import type { RegistryWrite } from './registryWrite'
import type { SilenceRecord } from './silences'

/** One thing that was done to the world, with the world's time. Plain JSON. */
export type JournalEntry =
  | (RegistryWrite & { at: EpochMs })
  | { kind: 'clock'; ms: number; at: EpochMs }
  | { kind: 'persona'; id: PersonaId; at: EpochMs }
  /** A silence was set, changed or ended: it is now this. */
  | { kind: 'silence'; silence: SilenceRecord; at: EpochMs }
