import { hash32, roughNormalAt } from '@/demo/world/random'
import { type EpochMs, minuteMs } from '@/domain/time'
import { type Behaviour, outcomes, outcomeShares } from './behaviour'
import { type Rhythm, slotMs } from './rhythm'
import type { Segment } from './timeline'

/** A version's processes stay up for a while after their last request, then their series end. */
const drainMs = 30 * minuteMs

/**
 * How many requests of one version ended in each way, up to any instant. Rates are constant between
 * knots (slot borders and moves of the traffic), so a count is a line between two of them: counters never
 * fall, and asking costs the same wherever one asks. Knots are made when first needed, and made again
 * after a change; what lay before it is untouched.
 */
export class Ledger {
  readonly #version: number
  readonly #perMs: number
  readonly #rhythm: Rhythm
  readonly #noiseKeys: readonly number[]
  readonly #behaviour: Behaviour
  readonly #times: number[] = []
  readonly #counts: number[][] = outcomes.map(() => [])
  #segments: readonly Segment[]

  constructor(key: string, version: number, requestsPerSecond: number, rhythm: Rhythm, behaviour: Behaviour, segments: readonly Segment[]) {
    this.#version = version
    this.#perMs = requestsPerSecond / 1000
    this.#rhythm = rhythm
    this.#behaviour = behaviour
    this.#noiseKeys = outcomes.map((outcome) => hash32(`${key}/${version}/${outcome}`))
    this.#segments = segments
  }

  /** The traffic moves differently from `at` on. */
  reroute(segments: readonly Segment[], at: EpochMs): void {
    this.#segments = segments
    const keep = this.#times.findIndex((time) => time > at)
    if (keep < 0) return
    this.#times.length = keep
    for (const counts of this.#counts) counts.length = keep
  }

  /** Spans in which its processes run. */
  lives(): readonly (readonly [from: EpochMs, to: EpochMs])[] {
    const lives: [number, number][] = []
    this.#segments.forEach(({ from, shares }, i) => {
      if (!shares.has(this.#version)) return
      const to = (this.#segments[i + 1]?.from ?? Number.POSITIVE_INFINITY) + drainMs
      const last = lives.at(-1)
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
      else lives.push([from, to])
    })
    return lives
  }

  /** Whole counts per outcome at each instant (ascending), one column an outcome. */
  columns(times: Float64Array): readonly Float64Array[] {
    const result = outcomes.map(() => new Float64Array(times.length))
    this.#extendTo(times.at(-1) ?? 0)
    let knot = this.#knotBefore(times[0] ?? 0)
    for (let i = 0; i < times.length; i++) {
      const at = times[i] ?? 0
      while (knot + 1 < this.#times.length && (this.#times[knot + 1] ?? 0) <= at) knot++
      const [from, to] = [this.#times[knot] ?? 0, this.#times[knot + 1] ?? 0]
      const within = to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 0
      for (let k = 0; k < result.length; k++) {
        const counts = this.#counts[k] ?? []
        const low = counts[knot] ?? 0
        const column = result[k]
        if (column !== undefined) column[i] = Math.floor(low + within * ((counts[knot + 1] ?? low) - low))
      }
    }
    return result
  }

  /**
   * Its mean share of the requests in a span. `shadow`: a challenger is judged on all requests while it
   * runs, whatever it answers.
   */
  meanShare(from: EpochMs, to: EpochMs, shadow: boolean): number {
    let sum = 0
    this.#segments.forEach((segment, i) => {
      const share = segment.shares.get(this.#version)
      if (share === undefined) return
      const end = Math.min(to, this.#segments[i + 1]?.from ?? to)
      sum += Math.max(0, end - Math.max(from, segment.from)) * (shadow ? 1 : share)
    })
    return sum / (to - from)
  }

  /** Its share of the model's requests at an instant. */
  shareAt(at: EpochMs): number {
    return this.#segments.findLast(({ from }) => from <= at)?.shares.get(this.#version) ?? 0
  }

  /** Requests per second around an instant, before chance. */
  rateAt(at: EpochMs): number {
    return this.#perMs * 1000 * this.#rhythm.at(Math.floor(at / slotMs)) * this.shareAt(at)
  }

  #extendTo(until: EpochMs): void {
    if (this.#times.length === 0) {
      const first = this.#segments[0]?.from
      if (first === undefined) return
      this.#times.push(first)
      for (const counts of this.#counts) counts.push(0)
    }
    let at = this.#times.at(-1) ?? 0
    let index = Math.max(0, this.#segments.findLastIndex(({ from }) => from <= at))
    while (at <= until) {
      const slot = Math.floor(at / slotMs)
      const nextSegment = this.#segments[index + 1]?.from ?? Number.POSITIVE_INFINITY
      const share = this.#segments[index]?.shares.get(this.#version) ?? 0
      const slotEnd = (share > 0 ? slot + 1 : Math.floor(until / slotMs) + 1) * slotMs
      const next = Math.min(slotEnd, nextSegment)
      this.#add(slot, next - at, share)
      this.#times.push(next)
      at = next
      if (next === nextSegment) index++
    }
  }

  #add(slot: number, lengthMs: number, share: number): void {
    const last = this.#times.length - 1
    const load = share > 0 ? this.#rhythm.at(slot) : 0
    const expected = this.#perMs * slotMs * load * share
    const shares = outcomeShares(this.#behaviour, load)
    for (let k = 0; k < outcomes.length; k++) {
      const mean = expected * (shares[k] ?? 0)
      // Chance is drawn per slot, so that splitting a slot by an event changes nothing before the event.
      const drawn = mean === 0 ? 0 : Math.max(0, mean + Math.sqrt(mean) * roughNormalAt(this.#noiseKeys[k] ?? 0, slot))
      const counts = this.#counts[k]
      counts?.push((counts[last] ?? 0) + (drawn * lengthMs) / slotMs)
    }
  }

  #knotBefore(at: EpochMs): number {
    let [low, high] = [0, this.#times.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.#times[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}
