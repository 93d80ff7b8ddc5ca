import type { Clock } from '@/domain/time'
import type { Fault } from './servers/faults'
import type { Story } from './world/stories'

/** Who the visitor may be. */
export interface PersonaChoice {
  id: string
  name: string
  role: string
}

/** What a started demo hands to the app, which knows it as its own `DemoControls`. */
export interface StartedDemo {
  clock: Clock
  stories: readonly Story[]
  sources: readonly string[]
  personas: readonly PersonaChoice[]
  config: unknown
  faultOf(source: string): Fault | null
  setFault(source: string, fault: Fault | null): void
  persona(): string
  setPersona(id: string): void
  moveClock(byMs: number): void
  reset(): void
}
