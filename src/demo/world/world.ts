import { type Alerting, createAlerting } from '@/demo/alerting/evaluation'
import type { EpochMs } from '@/domain/time'
import { initialRegistry } from './history/registry'
import type { JournalEntry } from './journal'
import type { MetricStore } from './metricStore'
import { type Persona, type PersonaId, personas } from './personas'
import type { RegistryState } from './registryState'
import { applyWrite, type RegistryWrite } from './registryWrite'
import { initialSilences, type SilenceRecord } from './silences'
import { type Story, stories } from './stories'
import { createMetricStore } from './traffic/store'
import { createClock, type WorldClock } from './worldClock'

export interface WorldOptions {
  /** The same seed and `now` give the same world. */
  seed: string
  /** The instant at which the demo starts; its history ends here. */
  now: EpochMs
  realNow: () => EpochMs
  /** Real time when this world first started; give it again after a reload. Default: now. */
  startedAt?: EpochMs
}

/** The simulated company: what its MLflow holds, what its Prometheus scraped and judges, what its Alertmanager keeps quiet, and who is asking. */
export interface World {
  readonly seed: string
  readonly start: EpochMs
  readonly startedAt: EpochMs
  readonly clock: WorldClock
  readonly registry: RegistryState
  readonly metrics: MetricStore
  readonly alerting: Alerting
  /** By id; ended ones are among them. */
  readonly silences: ReadonlyMap<string, SilenceRecord>
  readonly stories: readonly Story[]
  readonly personas: readonly Persona[]
  readonly persona: Persona
  /** Everything done since the start, serialisable as JSON. */
  readonly journal: readonly JournalEntry[]
  setPersona(id: PersonaId): void
  /** A valid change of the registry, now. */
  write(write: RegistryWrite): void
  /** Sets a silence, or replaces the one with its id. */
  silence(silence: SilenceRecord): void
  /** Does again what a journal says, at the times that it says. Call once, on a fresh world. */
  replay(journal: readonly JournalEntry[]): void
}

export function createWorld({ seed, now, realNow, startedAt = realNow() }: WorldOptions): World {
  const clock = createClock(now, startedAt, realNow)
  const registry = initialRegistry(seed, now)
  const metrics = createMetricStore({ seed, start: now, clock, registry })
  const silences = new Map(initialSilences(seed, now))
  const journal: JournalEntry[] = []
  let persona = personas[0]
  let changes = 0

  const apply = (entry: JournalEntry): void => {
    journal.push(entry)
    if (entry.kind === 'clock') clock.advance(entry.ms)
    else if (entry.kind === 'persona') persona = personas.find((p) => p.id === entry.id) ?? persona
    else if (entry.kind === 'silence') silences.set(entry.silence.id, entry.silence)
    else {
      changes++
      applyWrite(registry, entry, entry.at)
      metrics.registryChanged(entry.model, entry.at)
    }
  }
  return {
    seed,
    start: now,
    startedAt,
    // Moving the clock is remembered, so that a reload finds the same time.
    clock: { now: () => clock.now(), advance: (ms) => apply({ kind: 'clock', ms, at: clock.now() }) },
    registry,
    metrics,
    alerting: createAlerting({ metrics, clock, start: now }, () => changes, otherWork),
    silences,
    stories,
    personas,
    journal,
    get persona() {
      return persona
    },
    setPersona: (id) => apply({ kind: 'persona', id, at: clock.now() }),
    write: (write) => apply({ ...write, at: clock.now() }),
    silence: (silence) => apply({ kind: 'silence', silence, at: clock.now() }),
    replay: (entries) => entries.forEach(apply),
  }
}

/** In the browser this runs on the page's own thread: typing and scrolling go between two rules. */
function otherWork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
