import type { EpochMs } from '@/domain/time'
import { agoWords } from '@/domain/words'

/** How far from now where the header already says what it is: `now`, `3 h`, `in 9 d`. */
export function shortAge(at: EpochMs, now: EpochMs): string {
  const words = agoWords(at, now)
  return words === 'just now' ? 'now' : words.replace(/ ago$/, '')
}

const layouts = {
  exact: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
  day: { day: 'numeric', month: 'short' },
  date: { dateStyle: 'medium' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

// Making one costs a hundred times what using it does, and a page writes hundreds of times.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(layout: keyof typeof layouts, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${layout} ${timeZone}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', { ...layouts[layout], ...(timeZone !== undefined && { timeZone }) })
  formats.set(key, made)
  return made
}

const pad = (value: number) => String(value).padStart(2, '0')

/** `2026-11-24 12:03:22 UTC`. */
export function utcTime(at: EpochMs): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

/** `24 Nov 2026, 13:03:22 GMT+1` in the reader's zone, or in the zone given (IANA name). */
export function exactTime(at: EpochMs, timeZone?: string): string {
  return formatOf('exact', timeZone).format(at)
}

/** `13:03` in the reader's zone, or in the zone given; with the day when it is not the day of `now`. */
export function clockTime(at: EpochMs, now: EpochMs, timeZone?: 'UTC'): string {
  const date = new Date(at)
  const time = timeZone === undefined ? `${pad(date.getHours())}:${pad(date.getMinutes())}` : date.toISOString().slice(11, 16)
  const day = (of: EpochMs) => (timeZone === undefined ? new Date(of).toDateString() : new Date(of).toISOString().slice(0, 10))
  return day(at) === day(now) ? time : `${dayText(at, timeZone)}, ${time}`
}

/** `24 Nov` in the reader's zone, or in the zone given (IANA name). */
export function dayText(at: EpochMs, timeZone?: string): string {
  return formatOf('day', timeZone).format(at)
}

/** `24 Nov 2026` of a calendar date such as a sunset, which has no zone. */
export function dateText(isoDate: string): string {
  const at = Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at)) return isoDate
  return formatOf('date', 'UTC').format(at)
}
