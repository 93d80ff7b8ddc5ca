import { type EpochMs, dayMs, hourMs, minuteMs } from '@/domain/time'

const coarseMs = 10 * minuteMs
const fineMs = minuteMs

/**
 * Traffic is constant within a slot, up to the events that move it between versions. Slots are short for
 * the last two days and what comes, where somebody may look closely, and longer before.
 */
export class Slots {
  readonly #since: EpochMs
  /** Where the short ones begin. */
  readonly fineFrom: EpochMs
  /** How many long ones there are. */
  readonly coarse: number

  /** `since` is a full hour. */
  constructor(since: EpochMs, start: EpochMs) {
    this.#since = since
    this.fineFrom = Math.floor((start - 2 * dayMs) / hourMs) * hourMs
    this.coarse = (this.fineFrom - since) / coarseMs
  }

  indexAt(at: EpochMs): number {
    return at < this.fineFrom ? Math.floor((at - this.#since) / coarseMs) : this.coarse + Math.floor((at - this.fineFrom) / fineMs)
  }

  startOf(index: number): EpochMs {
    return index < this.coarse ? this.#since + index * coarseMs : this.fineFrom + (index - this.coarse) * fineMs
  }

  lengthMs(index: number): number {
    return index < this.coarse ? coarseMs : fineMs
  }
}
