import { dayMs, hourMs, minuteMs, type EpochMs } from '@/domain/time'

const yearMs = 365 * dayMs

interface Step {
  below: number
  ms: number
  short: string
  long: string
}

const steps: readonly Step[] = [
  { below: hourMs, ms: minuteMs, short: 'min', long: 'minute' },
  { below: 2 * dayMs, ms: hourMs, short: 'h', long: 'hour' },
  { below: 2 * yearMs, ms: dayMs, short: 'd', long: 'day' },
  { below: Number.POSITIVE_INFINITY, ms: yearMs, short: 'y', long: 'year' },
]

function count(ms: number, style: 'short' | 'long'): string {
  const step = steps.find((candidate) => ms < candidate.below) ?? steps[0]
  if (step === undefined) return ''
  const n = Math.floor(ms / step.ms)
  if (style === 'short') return `${n} ${step.short}`
  return `${n} ${step.long}${n === 1 ? '' : 's'}`
}

/** A length of time in its largest whole unit: `40 s`, `3 h`, `41 d`, or `41 days`. */
export function durationText(ms: number, style: 'short' | 'long' = 'short'): string {
  if (ms >= minuteMs) return count(ms, style)
  const seconds = Math.max(0, Math.floor(ms / 1000))
  if (style === 'short') return `${seconds} s`
  return `${seconds} second${seconds === 1 ? '' : 's'}`
}

/** How far from now, for dense places: `now`, `3 h`, `in 9 d`. */
export function shortAge(at: EpochMs, now: EpochMs): string {
  const ms = now - at
  if (Math.abs(ms) < minuteMs) return 'now'
  return ms > 0 ? count(ms, 'short') : `in ${count(-ms, 'short')}`
}

/** How far from now, in words: `just now`, `3 hours ago`, `in 9 days`. */
export function relativeTime(at: EpochMs, now: EpochMs): string {
  const ms = now - at
  if (Math.abs(ms) < minuteMs) return 'just now'
  return ms > 0 ? `${count(ms, 'long')} ago` : `in ${count(-ms, 'long')}`
}

const pad = (value: number) => String(value).padStart(2, '0')

/** `2026-11-24 12:03:22 UTC`. */
export function utcTime(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** `24 Nov 2026, 13:03:22 GMT+1` in the reader's zone, or in the zone given (IANA name). */
export function exactTime(at: EpochMs, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    ...(timeZone !== undefined && { timeZone }),
  }).format(at)
}

/** `13:03` in the reader's zone; with the day when it is not the day of `now`. */
export function clockTime(at: EpochMs, now: EpochMs): string {
  const date = new Date(at)
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}`
  return date.toDateString() === new Date(now).toDateString() ? time : `${dayText(at)}, ${time}`
}

/** `24 Nov` in the reader's zone. */
export function dayText(at: EpochMs): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(at)
}

/** `24 Nov 2026` of a calendar date such as a sunset, which has no zone. */
export function dateText(isoDate: string): string {
  const at = Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at)) return isoDate
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(at)
}
