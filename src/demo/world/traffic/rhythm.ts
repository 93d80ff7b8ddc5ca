import { hash32, roughNormalAt } from '@/demo/world/random'
import { dayMs, type EpochMs, hourMs, minuteMs } from '@/domain/time'

/** Traffic is constant within a slot, up to the events that move it between versions. */
export const slotMs = 5 * minuteMs

/** The company works in Central Europe: the day's shape is an hour ahead of UTC. */
const officeOffsetMs = hourMs
const slotsPerWeek = (7 * dayMs) / slotMs

/**
 * How busy a model is in each slot against its week's mean: night and day, a dip at noon, quiet weekends,
 * and noise. `rhythm` 0 is flat, 1 follows office hours entirely.
 */
export class Rhythm {
  readonly #hash: number
  readonly #rhythm: number
  readonly #firstSlot: number
  /** By slot since the first; filled as far as it was asked. */
  readonly #known: number[] = []

  constructor(key: string, rhythm: number, since: EpochMs) {
    this.#hash = hash32(key)
    this.#rhythm = rhythm
    this.#firstSlot = Math.floor(since / slotMs)
  }

  at(slot: number): number {
    for (let next = this.#firstSlot + this.#known.length; next <= slot; next++) this.#known.push(this.#busyness(next))
    return this.#known[slot - this.#firstSlot] ?? this.#busyness(slot)
  }

  #busyness(slot: number): number {
    const time = slot * slotMs
    const noise =
      0.035 * roughNormalAt(this.#hash, slot) +
      0.04 * smoothNoise(this.#hash ^ 0x51ed270b, time, 2 * hourMs) +
      0.05 * smoothNoise(this.#hash ^ 0x2545f491, time, dayMs)
    return Math.max(0.05, 1 + this.#rhythm * (officeShape(slot) - 1)) * Math.max(0.3, 1 + noise)
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

/** Mean 1 over a week. */
function officeShape(slot: number): number {
  week ??= officeWeek()
  return week[((slot % slotsPerWeek) + slotsPerWeek) % slotsPerWeek] ?? 1
}

function officeWeek(): Float64Array {
  const shape = Float64Array.from({ length: slotsPerWeek }, (_, slot) => {
    const local = slot * slotMs + officeOffsetMs
    const hour = (local % dayMs) / hourMs
    const day = 0.22 + 1.5 * (bump(hour, 10.5, 2.6) + 0.85 * bump(hour, 15, 2.4) + 0.35 * bump(hour, 20, 2))
    // 1970-01-01 was a Thursday: days 2 and 3 of this week are the weekend.
    const weekday = Math.floor(local / dayMs) % 7
    return day * (weekday === 2 || weekday === 3 ? 0.55 : 1.13)
  })
  const mean = shape.reduce((a, b) => a + b, 0) / slotsPerWeek
  return shape.map((value) => value / mean)
}

function bump(hour: number, centre: number, width: number): number {
  const distance = Math.min(Math.abs(hour - centre), 24 - Math.abs(hour - centre))
  return Math.exp(-(distance * distance) / (2 * width * width))
}
