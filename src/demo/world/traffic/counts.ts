import { bitsAt, nextBits, roughNormalOf } from '@/demo/world/random'
import { type EpochMs, minuteMs } from '@/domain/time'
import { type Behaviour, outcomes, outcomeShare } from './behaviour'
import type { Rhythm } from './rhythm'
import type { Slots } from './slots'
import type { Segment } from './timeline'

/** What a version's requests are drawn from. */
export interface Source {
  version: number
  requestsPerMs: number
  rhythm: Rhythm
  slots: Slots
  behaviour: Behaviour
  noiseKey: number
}

/**
 * Requests per outcome, summed up from an instant on. Rates are constant between knots (slot borders and
 * moves of the traffic), so a count is a line between two of them.
 */
export class Counts {
  readonly #source: Source
  readonly #times: number[]
  /** The counts at each knot, one after the other in the order of `outcomes`. */
  readonly #counts: number[]

  constructor(source: Source, from: EpochMs, base: readonly number[]) {
    this.#source = source
    this.#times = [from]
    this.#counts = [...base]
  }

  /** The counts at the last knot. */
  get end(): readonly number[] {
    return this.#counts.slice(-outcomes.length)
  }

  /** Adds the same to the counts at every knot. */
  raise(by: readonly number[]): void {
    for (let i = 0; i < this.#counts.length; i++) this.#counts[i] = (this.#counts[i] ?? 0) + (by[i % outcomes.length] ?? 0)
  }

  /** Forgets what lies after an instant. */
  forget(after: EpochMs): void {
    const keep = this.#times.findIndex((time) => time > after)
    if (keep < 0) return
    this.#times.length = keep
    this.#counts.length = keep * outcomes.length
  }

  /** Makes knots until one lies after `until`, or until `limit`. */
  extend(segments: readonly Segment[], until: EpochMs, limit: EpochMs): void {
    const { slots, version } = this.#source
    let at = this.#times.at(-1) ?? 0
    let index = Math.max(0, segments.findLastIndex(({ from }) => from <= at))
    while (at <= until && at < limit) {
      const share = segments[index]?.shares.get(version) ?? 0
      const segmentEnd = Math.min(limit, segments[index + 1]?.from ?? Number.POSITIVE_INFINITY)
      // Within a segment the share holds, so only the slot changes.
      while (at <= until && at < segmentEnd) {
        const slot = slots.indexAt(at)
        const next = Math.min(segmentEnd, slots.startOf(1 + (share > 0 ? slot : slots.indexAt(Math.min(until, limit)))))
        this.#add(slot, next - at, share)
        this.#times.push(next)
        at = next
      }
      index++
    }
  }

  /** Fills in the whole counts at times[first] … times[end − 1], ascending. */
  read(times: Float64Array, first: number, end: number, into: readonly Float64Array[]): void {
    let knot = this.#knotBefore(times[first] ?? 0)
    for (let i = first; i < end; i++) {
      const at = times[i] ?? 0
      while (knot + 1 < this.#times.length && (this.#times[knot + 1] ?? 0) <= at) knot++
      const [from, to] = [this.#times[knot] ?? 0, this.#times[knot + 1] ?? 0]
      const within = to > from ? Math.max(0, (at - from) / (to - from)) : 0
      for (let k = 0; k < outcomes.length; k++) {
        const low = this.#counts[knot * outcomes.length + k] ?? 0
        const high = this.#counts[(knot + 1) * outcomes.length + k] ?? low
        const column = into[k]
        if (column !== undefined) column[i] = Math.floor(low + within * (high - low))
      }
    }
  }

  /** Appends the counts at the end of a slot, or of a part of it. */
  #add(slot: number, lengthMs: number, share: number): void {
    const counts = this.#counts
    const last = counts.length - outcomes.length
    if (share === 0) {
      for (let k = 0; k < outcomes.length; k++) counts.push(counts[last + k] ?? 0)
      return
    }
    const { rhythm, slots, behaviour, requestsPerMs, noiseKey } = this.#source
    const load = rhythm.at(slot)
    const slotMs = slots.lengthMs(slot)
    const expected = requestsPerMs * slotMs * load * share
    // Chance is drawn per slot, so that splitting a slot by an event changes nothing before the event.
    let bits = bitsAt(noiseKey, slots.startOf(slot) / minuteMs)
    for (let k = 0; k < outcomes.length; k++) {
      const mean = expected * outcomeShare(behaviour, load, k)
      bits = nextBits(bits)
      counts.push((counts[last + k] ?? 0) + (lengthMs / slotMs) * Math.max(0, mean + Math.sqrt(mean) * roughNormalOf(bits)))
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
