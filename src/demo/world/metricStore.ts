import type { EpochMs } from '@/domain/time'

/** One label condition of a selector, as Prometheus defines it; an absent label equals "". */
export interface LabelMatcher {
  name: string
  op: '=' | '!=' | '=~' | '!~'
  value: string
}

/** A time series as a scrape would have stored it. */
export interface StoredSeries {
  /** Includes `__name__`. */
  labels: Readonly<Record<string, string>>
  /** Ascending; one per scrape that found the series. */
  samples: readonly (readonly [at: EpochMs, value: number])[]
  /** The same in columns. A store that gives them may build `samples` on demand: the evaluator reads these first. */
  columns?: { times: Float64Array; values: Float64Array }
}

/** What a reader will look at, so that a store need not make the rest: only samples in end − rangeMs ≤ t ≤ end. */
export interface ReadHint {
  /** Ascending. */
  ends: Float64Array
  rangeMs: number
}

/**
 * What the simulated Prometheus has scraped: the world on one side, the PromQL evaluator on the other.
 * Deterministic: the same world gives the same samples whenever it is asked.
 */
export interface MetricStore {
  /** Distance between scrapes; samples lie on multiples of it. */
  readonly scrapeIntervalMs: number
  /** Oldest instant with samples. */
  readonly since: EpochMs
  /** Samples with from < t ≤ to, of the series that match all matchers; none after the clock's now. */
  select(matchers: readonly LabelMatcher[], from: EpochMs, to: EpochMs, hint?: ReadHint): readonly StoredSeries[]
  /** The label sets of what `select` would give, where the store knows them without making the samples. */
  labelSets?(matchers: readonly LabelMatcher[], from: EpochMs, to: EpochMs): readonly Readonly<Record<string, string>>[]
  /** name → what `/metadata` says of it. */
  metadata(): Readonly<Record<string, { type: 'counter' | 'gauge' | 'histogram'; help: string }>>
}
