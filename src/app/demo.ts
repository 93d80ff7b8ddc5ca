import type { Clock } from '@/domain/time'

/** Something to try in the demo, and where it starts. */
export interface DemoStory {
  id: string
  title: string
  /** What to look for and what to do, in two sentences. */
  text: string
  /** An address within the app, e.g. `/models/mlflow/freight-price/serving`. */
  path: string
}

/** Ways to break a source of the demo. */
export const demoFaults = ['latency', 'server-error', 'unauthenticated', 'dropped', 'malformed'] as const
export type DemoFault = (typeof demoFaults)[number]

export interface DemoPersona {
  id: string
  name: string
  /** What this person may do, in words: `ML engineer, may promote`. */
  role: string
}

/**
 * What the shell can do with the simulated world. main.tsx hands it over when the demo was asked for;
 * nothing else in the app knows that there is a demo.
 */
export interface DemoControls {
  clock: Clock
  stories: readonly DemoStory[]
  /** Ids of the simulated sources, as in `config`. */
  sources: readonly string[]
  personas: readonly DemoPersona[]
  /** The demo's config.json, to be checked like any other. */
  config: unknown
  faultOf(source: string): DemoFault | null
  setFault(source: string, fault: DemoFault | null): void
  persona(): string
  setPersona(id: string): void
  /** Moves the world's clock forward; traffic, drift and sunsets follow. */
  moveClock(byMs: number): void
  /** Forgets what was done in the demo. */
  reset(): void
}
