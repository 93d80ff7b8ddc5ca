import type { SeriesSet } from '@/domain/series'
import type { EpochMs } from '@/domain/time'

/** One answer to draw: each of its series becomes a line. All answers of a chart have the same range and step. */
export interface ChartLayer {
  /** Tells layers apart: `p95`. Leave out where there is one. */
  name?: string
  set: SeriesSet
  /**
   * An earlier time, moved to lie under this one: `24 h before`. Drawn lighter and dashed in the colour of the same
   * line of today, and never stacked.
   */
  before?: string
  /** What the lines of the first layer are held against, such as their limit: dashed, in the colour of the same line there. */
  bound?: boolean
  /** The interval around each line, shaded; series are matched by version and labels. */
  low?: SeriesSet
  high?: SeriesSet
  /** How many cases each value rests on, for the read-out; matched like the interval. */
  support?: SeriesSet
}

/** A value that is drawn across the chart: an SLO, a threshold. */
export interface ChartThreshold {
  value: number
  /** `SLO`, `at least`. */
  label: string
}

/** A moment: a promotion, a roll back. */
export interface ChartMarker {
  at: EpochMs
  /** Short: `v18`. */
  label: string
  /** In a sentence, for the read-out: `Version 18 promoted by jane`. */
  words?: string
}

/** A stretch of time that is shaded: an anomaly, an incident. */
export interface ChartSpan {
  from: EpochMs
  to: EpochMs
  label: string
}

/** What a time chart is made of. */
export interface ChartInput {
  layers: readonly ChartLayer[]
  /** The version whose line is strongest. */
  champion?: string | null
  /** The name under which versions that are not drawn are joined: a line without a colour of its own. */
  rest?: string
  thresholds?: readonly ChartThreshold[]
  markers?: readonly ChartMarker[]
  spans?: readonly ChartSpan[]
  /** Areas on top of each other: for parts of a whole such as request rates. */
  stacked?: boolean
}
