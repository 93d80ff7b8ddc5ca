import { dayMs, hourMs, minuteMs, type EpochMs } from '@/domain/time'
import { clockTime, dayText } from '@/ui/format/times'
import type { TimeZone } from '@/ui/timeZone'

/** The marks of the time axis and how they read. */
export interface TimeAxis {
  ticks: readonly EpochMs[]
  label: (at: EpochMs) => string
}

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minuteMs),
  ...[1, 2, 3, 6, 12].map((n) => n * hourMs),
  ...[1, 2, 4, 7, 14, 28, 91, 182, 364].map((n) => n * dayMs),
]

/** Full hours and midnights of the zone, at most `count` of them. */
export function timeAxis(from: EpochMs, to: EpochMs, count: number, zone?: TimeZone): TimeAxis {
  const step = steps.find((candidate) => (to - from) / candidate <= count) ?? 364 * dayMs
  const ticks = step < dayMs ? hours(from, to, step, zone) : days(from, to, step / dayMs, zone)
  return {
    ticks,
    label: (at) => {
      const time = clockTime(at, at, zone)
      return step >= dayMs || time === '00:00' ? dayText(at, zone) : time
    },
  }
}

function hours(from: EpochMs, to: EpochMs, step: number, zone: TimeZone): EpochMs[] {
  // The zone's distance to UTC at the start; where it changes within the range, marks are off by that hour.
  const offset = zone === undefined ? new Date(from).getTimezoneOffset() * minuteMs : 0
  const first = Math.ceil((from - offset) / step) * step + offset
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
}

function days(from: EpochMs, to: EpochMs, step: number, zone: TimeZone): EpochMs[] {
  if (zone !== undefined) {
    const first = Math.ceil(from / dayMs) * dayMs
    return Array.from({ length: Math.max(0, Math.floor((to - first) / (step * dayMs)) + 1) }, (_, i) => first + i * step * dayMs)
  }
  const ticks: EpochMs[] = []
  const day = new Date(from)
  day.setHours(0, 0, 0, 0)
  if (day.getTime() < from) day.setDate(day.getDate() + 1)
  while (day.getTime() <= to) {
    ticks.push(day.getTime())
    // By date, not by 24 hours: days of a clock change have 23 or 25.
    day.setDate(day.getDate() + step)
  }
  return ticks
}
