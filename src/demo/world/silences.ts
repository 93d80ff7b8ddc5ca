import { dayMs, hourMs, type EpochMs } from '@/domain/time'
import { stream } from './random'

export interface SilenceMatcher {
  name: string
  value: string
  isRegex: boolean
  isEqual: boolean
}

/** A silence as the simulated Alertmanager keeps it; it has ended when `endsAt` is past. */
export interface SilenceRecord {
  id: string
  matchers: readonly SilenceMatcher[]
  startsAt: EpochMs
  endsAt: EpochMs
  updatedAt: EpochMs
  createdBy: string
  comment: string
}

/** A version 4 UUID of its own for every name. */
export function uuidOf(seed: string, name: string): string {
  const next = stream(seed, 'silence', name)
  const digit = (from: number, count: number) => Math.floor(from + next() * count).toString(16)
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => (place === 'x' ? digit(0, 16) : digit(8, 4)))
}

const exactly = (name: string, value: string): SilenceMatcher => ({ name, value, isRegex: false, isEqual: true })

/** What people of the company had silenced before the demo starts. */
export function initialSilences(seed: string, start: EpochMs): ReadonlyMap<string, SilenceRecord> {
  const silences: readonly SilenceRecord[] = [
    {
      id: uuidOf(seed, 'images'),
      matchers: [exactly('alertname', 'HighLatency'), exactly('model', 'vehicle-damage-severity')],
      startsAt: start - 27 * hourMs,
      endsAt: start + 3 * dayMs,
      updatedAt: start - 27 * hourMs,
      createdBy: 'helen.osei',
      comment: 'Photos from the new app are three times as large. They are scaled down from Friday on.',
    },
    {
      id: uuidOf(seed, 'failover'),
      matchers: [exactly('model', 'route-eta')],
      startsAt: start - 3 * dayMs,
      endsAt: start - 3 * dayMs + 2 * hourMs,
      updatedAt: start - 3 * dayMs,
      createdBy: 'jonas.keller',
      comment: 'Failover test of the routing service.',
    },
  ]
  return new Map(silences.map((silence) => [silence.id, silence]))
}
