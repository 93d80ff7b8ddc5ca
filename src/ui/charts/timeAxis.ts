import { dayMs, hourMs, minuteMs, type EpochMs } from '@/domain/time'
import { dayText } from '@/ui/format/times'

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

const pad = (value: number) => String(value).padStart(2, '0')

/** Full hours and midnights of the reader's zone, at most `count` of them. */
export function timeAxis(from: EpochMs, to: EpochMs, count: number): TimeAxis {
  const step = steps.find((candidate) => (to - from) / candidate <= count) ?? 364 * dayMs
  const ticks = step < dayMs ? hours(from, to, step) : days(from, to, step / dayMs)
  return {
    ticks,
    label: (at) => {
      const date = new Date(at)
      const midnight = date.getHours() === 0 && date.getMinutes() === 0
      return step >= dayMs || midnight ? dayText(at) : `${pad(date.getHours())}:${pad(date.getMinutes())}`
    },
  }
}

function hours(from: EpochMs, to: EpochMs, step: number): EpochMs[] {
  // The zone's distance to UTC at the start; where it changes within the range, marks are off by that hour.
  const offset = new Date(from).getTimezoneOffset() * minuteMs
  const first = Math.ceil((from - offset) / step) * step + offset
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step)
}

function days(from: EpochMs, to: EpochMs, step: number): EpochMs[] {
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
