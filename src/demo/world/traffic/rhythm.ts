import { hash32, roughNormalAt } from '@/demo/world/random'
import type { Slots } from './slots'
import { dayMs, type EpochMs, hourMs, minuteMs } from '@/domain/time'

/** The company works in Central Europe: the day's shape is an hour ahead of UTC. */
const officeOffsetMs = hourMs
const weekMs = 7 * dayMs
/** The week's shape is a table of this step. */
const shapeMs = 5 * minuteMs

/**
 * How busy a model is in each slot against its working hours: night and day, a dip at noon, quiet weekends,
 * and noise. `rhythm` 0 is flat, 1 follows the office entirely.
 */
export class Rhythm {
  readonly #hash: number
  readonly #rhythm: number
  readonly #slots: Slots
  /** Of the long slots and of the short ones; filled as far as was asked. */
  readonly #long: number[] = []
  readonly #short: number[] = []

  constructor(key: string, rhythm: number, slots: Slots) {
    this.#hash = hash32(key)
    this.#rhythm = rhythm
    this.#slots = slots
  }

  at(slot: number): number {
    const { coarse } = this.#slots
    const [known, first] = slot < coarse ? [this.#long, 0] : [this.#short, coarse]
    for (let next = first + known.length; next <= slot; next++) known.push(this.#busyness(next))
    return known[slot - first] ?? 1
  }

  #busyness(slot: number): number {
    const time = this.#slots.startOf(slot)
    const noise =
      0.035 * roughNormalAt(this.#hash, time / minuteMs) +
      0.04 * smoothNoise(this.#hash ^ 0x51ed270b, time, 2 * hourMs) +
      0.05 * smoothNoise(this.#hash ^ 0x2545f491, time, dayMs)
    return Math.max(0.05, 1 + this.#rhythm * (officeShape(time) - 1)) * Math.max(0.3, 1 + noise)
  }
}

/** Noise with a memory: interpolated between points `everyMs` apart. */
export function smoothNoise(key: number, at: EpochMs, everyMs: number): number {
  const slot = Math.floor(at / everyMs)
  const within = (at - slot * everyMs) / everyMs
  const ease = within * within * (3 - 2 * within)
  return roughNormalAt(key, slot) * (1 - ease) + roughNormalAt(key, slot + 1) * ease
}

let week: Float64Array | null = null

/** Mean 1 over working hours. */
function officeShape(at: EpochMs): number {
  week ??= officeWeek()
  return week[Math.floor((((at % weekMs) + weekMs) % weekMs) / shapeMs)] ?? 1
}

function officeWeek(): Float64Array {
  let [sum, working] = [0, 0]
  const shape = Float64Array.from({ length: weekMs / shapeMs }, (_, step) => {
    const local = step * shapeMs + officeOffsetMs
    const hour = (local % dayMs) / hourMs
    const day = 0.22 + 1.5 * (bump(hour, 10.5, 2.6) + 0.85 * bump(hour, 15, 2.4) + 0.35 * bump(hour, 20, 2))
    // 1970-01-01 was a Thursday: days 2 and 3 of this week are the weekend.
    const weekday = Math.floor(local / dayMs) % 7
    const weekend = weekday === 2 || weekday === 3
    if (!weekend && hour >= 8 && hour < 18) {
      sum += day
      working++
    }
    return day * (weekend ? 0.5 : 1)
  })
  return shape.map((value) => (value * working) / sum)
}

function bump(hour: number, centre: number, width: number): number {
  const distance = Math.min(Math.abs(hour - centre), 24 - Math.abs(hour - centre))
  return Math.exp(-(distance * distance) / (2 * width * width))
}
