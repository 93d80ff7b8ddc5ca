import { type EpochMs, minuteMs } from '@/domain/time'
import { outcomes, outcomeShare } from './behaviour'
import { Counts, type Source } from './counts'
import type { Segment } from './timeline'

/** A version's processes stay up for a while after their last request, then their series end. */
const drainMs = 30 * minuteMs
/** No slot is busier than this. */
const busiest = 3

/**
 * How many requests of one version ended in each way, up to any instant: the counters never fall, and
 * asking costs the same wherever one asks. The last two days are summed up from a base that is surely
 * high enough, so that the weeks before need only be worked out when somebody looks at them; they are
 * made to end at that base. (A counter's absolute value means nothing; its process is older than it.)
 */
export class Ledger {
  readonly #source: Source
  readonly #base: readonly number[]
  readonly #recent: Counts
  #past: Counts | null = null
  #segments: readonly Segment[]

  constructor(source: Source, segments: readonly Segment[]) {
    this.#source = source
    this.#segments = segments
    const { fineFrom } = source.slots
    const upperBound = source.requestsPerMs * busiest * this.#servedMs(0, fineFrom, false)
    this.#base = outcomes.map((_, k) => Math.ceil(upperBound * outcomeShare(source.behaviour, 1, k) + 40))
    this.#recent = new Counts(source, fineFrom, this.#base)
  }

  /** The traffic moves differently from `at` on; `at` lies in the last two days. */
  reroute(segments: readonly Segment[], at: EpochMs): void {
    this.#segments = segments
    this.#recent.forget(at)
  }

  /** Spans in which its processes run. */
  lives(): readonly (readonly [from: EpochMs, to: EpochMs])[] {
    const lives: [number, number][] = []
    this.#segments.forEach(({ from, shares }, i) => {
      if (!shares.has(this.#source.version)) return
      const to = (this.#segments[i + 1]?.from ?? Number.POSITIVE_INFINITY) + drainMs
      const last = lives.at(-1)
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
      else lives.push([from, to])
    })
    return lives
  }

  /** Whole counts per outcome at each instant (ascending), one column an outcome. */
  columns(times: Float64Array): readonly Float64Array[] {
    const { fineFrom } = this.#source.slots
    const into = outcomes.map(() => new Float64Array(times.length))
    const found = times.findIndex((at) => at >= fineFrom)
    const split = found < 0 ? times.length : found
    if (split > 0) this.#pastCounts().read(times, 0, split, into)
    if (split < times.length) {
      this.#recent.extend(this.#segments, times.at(-1) ?? 0, Number.POSITIVE_INFINITY)
      this.#recent.read(times, split, times.length, into)
    }
    return into
  }

  /**
   * Its mean share of the requests in a span. `shadow`: a challenger is judged on all requests while it
   * runs, whatever it answers.
   */
  meanShare(from: EpochMs, to: EpochMs, shadow: boolean): number {
    return this.#servedMs(from, to, shadow) / (to - from)
  }

  /** Requests per second around an instant, before chance. */
  rateAt(at: EpochMs): number {
    const { requestsPerMs, rhythm, slots, version } = this.#source
    const share = this.#segments.findLast(({ from }) => from <= at)?.shares.get(version) ?? 0
    return requestsPerMs * 1000 * rhythm.at(slots.indexAt(at)) * share
  }

  #servedMs(from: EpochMs, to: EpochMs, shadow: boolean): number {
    return this.#segments.reduce((sum, segment, i) => {
      const share = segment.shares.get(this.#source.version)
      if (share === undefined) return sum
      const end = Math.min(to, this.#segments[i + 1]?.from ?? to)
      return sum + Math.max(0, end - Math.max(from, segment.from)) * (shadow ? 1 : share)
    }, 0)
  }

  #pastCounts(): Counts {
    if (this.#past !== null) return this.#past
    const { fineFrom } = this.#source.slots
    const past = new Counts(this.#source, this.#segments[0]?.from ?? fineFrom, outcomes.map(() => 0))
    past.extend(this.#segments, fineFrom, fineFrom)
    past.raise(this.#base.map((base, k) => base - (past.end[k] ?? 0)))
    this.#past = past
    return past
  }
}
