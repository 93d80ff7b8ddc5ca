import type { ModelRef } from './model'
import type { EpochMs } from './time'
import type { Unit } from './signal'

/** One sample: `null` is a gap (absent, NaN or infinite), never a zero. */
export type Sample = readonly [at: EpochMs, value: number | null]

/** What a series or figure is about. */
export interface Subject {
  ref: ModelRef
  /** `null`: the whole model, or a runtime without a version label. */
  version: string | null
  /** Further labels that were kept, e.g. `feature` of a drift signal. */
  labels: Readonly<Record<string, string>>
}

/** One line over time, evenly stepped, in the unit of its signal. */
export interface Series {
  subject: Subject
  samples: readonly Sample[]
}

/** The answer to a range question, with what a reader needs to trust it. */
export interface SeriesSet {
  series: readonly Series[]
  unit: Unit
  from: EpochMs
  to: EpochMs
  stepMs: number
  /** The text that was sent, to be shown and copied. */
  query: string
  /** The server's own warnings and ours (e.g. no version label), in words. */
  notes: readonly string[]
}

/** One figure now. */
export interface Figure {
  subject: Subject
  value: number | null
}

/** The answer to an instant question. */
export interface FigureSet {
  figures: readonly Figure[]
  unit: Unit
  at: EpochMs
  query: string
  notes: readonly string[]
  /** The source warned: what is absent may have been lost, and says nothing. */
  incomplete?: boolean
}
