import type { Identity } from '@/domain/identity'
import type { EpochMs } from '@/domain/time'
import type { Labels } from './alert'

/** One condition of a silence; an absent label equals the empty text. */
export interface SilenceMatcher {
  name: string
  value: string
  isRegex: boolean
  /** `false` turns the condition round. */
  isEqual: boolean
}

/** A silence: while it is active, nobody is told of the alerts that it covers. They fire all the same. */
export interface Silence {
  id: string
  /** The id of the source that keeps it. */
  source: string
  state: 'active' | 'pending' | 'expired'
  matchers: readonly SilenceMatcher[]
  startsAt: EpochMs
  endsAt: EpochMs
  createdBy: string
  comment: string
}

/** A silence to be set. */
export interface SilenceDraft {
  /** Exact conditions, one or more. */
  matchers: Labels
  durationMs: number
  reason: string
  actor: Identity
}

/** `alertname="HighErrorRatio"`, as Alertmanager's own tools write it. */
export function matcherText({ name, value, isRegex, isEqual }: SilenceMatcher): string {
  return `${name}${isEqual ? '=' : '!'}${isRegex ? '~' : isEqual ? '' : '='}${JSON.stringify(value)}`
}

/** Whether exact conditions hold for an alert's labels. */
export function covers(matchers: Labels, labels: Labels): boolean {
  return Object.entries(matchers).every(([name, value]) => (labels[name] ?? '') === value)
}
