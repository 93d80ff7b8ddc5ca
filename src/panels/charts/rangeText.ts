import type { EpochMs, TimeRange } from '@/domain/time'
import { clockTime } from '@/ui/format/times'
import type { TimeZone } from '@/ui/timeZone'

/** A time range as a control calls it: `24 h`, or `10:00 – 12:30` with the day where it is not today. */
export function rangeText(range: TimeRange, now: EpochMs, zone?: TimeZone): string {
  if (range.kind === 'relative') return range.preset.replace(/\D+$/, ' $&')
  // An end on the same day as the start need not say the day again.
  return `${clockTime(range.from, now, zone)} – ${clockTime(range.to, range.from, zone)}`
}
