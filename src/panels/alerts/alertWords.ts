import { severityWeight, type Alert } from '@/domain/alerts/alert'
import type { Silence } from '@/domain/alerts/silence'
import { durationMs } from '@/domain/policy'
import { durationWords } from '@/domain/words'
import type { Status } from '@/ui/badges/status'

/** How loud an alert is drawn; quiet ones have no colour. */
export type AlertTone = Extract<Status, 'failing' | 'at-risk'> | 'quiet'

export function toneOf({ state, severity }: Pick<Alert, 'state' | 'severity'>): AlertTone {
  if (state !== 'firing') return 'quiet'
  return (['quiet', 'at-risk', 'failing'] as const)[severityWeight(severity)]
}

/** `Critical`, `Warning`, or the word that the rule uses. */
export function severityText(severity: string | null): string {
  return severity === null ? 'No severity' : severity.charAt(0).toUpperCase() + severity.slice(1)
}

export type QuietReason = 'silenced' | 'inhibited' | 'pending' | null

/** Why it is quiet; `null`: it is not. */
export function quietReason({ state, silencedBy }: Pick<Alert, 'state' | 'silencedBy'>): QuietReason {
  if (state === 'pending') return 'pending'
  if (state === 'firing') return null
  return silencedBy.length > 0 ? 'silenced' : 'inhibited'
}

/** The lengths that are offered; others can be typed. */
export const silenceDurations = ['30m', '1h', '2h', '4h', '8h', '1d', '3d', '7d'] as const

const week = 7 * 24 * 3_600_000
/** The longest silence that is set from here: what should be quiet for longer needs another rule. */
export const longestSilenceMs = 90 * 24 * 3_600_000

/** Milliseconds of a typed length such as `2h` or `1d12h`; else a sentence that says what is wrong. */
export function silenceLength(text: string): number | string {
  const ms = durationMs(text.trim())
  if (ms === null) return 'Write a length such as 45m, 2h or 1d12h.'
  if (ms < 60_000) return 'At least one minute.'
  return ms > longestSilenceMs ? 'At most 90 days.' : ms
}

/** `4 h`, `1 week`. */
export function lengthWords(ms: number): string {
  return ms === week ? '1 week' : durationWords(ms)
}

/** Silences that cover an alert now, as far as they are known. */
export function silencesOf({ silencedBy }: Pick<Alert, 'silencedBy'>, silences: readonly Silence[]): readonly Silence[] {
  return silencedBy.flatMap((id) => silences.find((silence) => silence.id === id) ?? [])
}
