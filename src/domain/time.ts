/** Milliseconds since the Unix epoch. Every instant in Modeldeck has this unit. */
export type EpochMs = number

/**
 * Where "now" comes from. The demo brings a clock that a visitor can move; nothing else may
 * call `Date.now()`.
 */
export interface Clock {
  now(): EpochMs
}

/** A time range as the address holds it: relative ones stay relative, so that they can be cache keys. */
export type TimeRange =
  | { kind: 'relative'; preset: RangePreset }
  | { kind: 'absolute'; from: EpochMs; to: EpochMs }

/** A range to ask for; `previous`: the one of the same length just before it. */
export type AskedRange = TimeRange & { previous?: true }

export const rangePresets = ['1h', '6h', '24h', '7d', '30d'] as const
export type RangePreset = (typeof rangePresets)[number]

export const secondMs = 1000
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const presetMs: Readonly<Record<RangePreset, number>> = {
  '1h': hourMs,
  '6h': 6 * hourMs,
  '24h': dayMs,
  '7d': 7 * dayMs,
  '30d': 30 * dayMs,
}

/** The query parameters of a range: `range`, or `from` and `to` as ISO times. */
export interface RangeParams {
  range?: string | null
  from?: string | null
  to?: string | null
}

/**
 * Reads a range from the address. `from` and `to` win over `range`; what is missing, unreadable or the
 * wrong way round counts as not said, and then `fallback` holds.
 */
export function parseRange({ range, from, to }: RangeParams, fallback: RangePreset = '24h'): TimeRange {
  const [start, end] = [parseInstant(from), parseInstant(to)]
  if (start !== null && end !== null && start < end) return { kind: 'absolute', from: start, to: end }
  return { kind: 'relative', preset: rangePresets.find((preset) => preset === range) ?? fallback }
}

/** Only times with a zone: a local one would mean something else to the next reader of the link. */
const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

function parseInstant(text: string | null | undefined): EpochMs | null {
  const at = instant.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** Writes a range for the address: either `range`, or `from` and `to`; the others are absent. */
export function formatRange(range: TimeRange): { range: string } | { from: string; to: string } {
  return range.kind === 'relative'
    ? { range: range.preset }
    : { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() }
}

/** The length of a range in milliseconds. */
export function rangeLengthMs(range: TimeRange): number {
  return range.kind === 'relative' ? presetMs[range.preset] : range.to - range.from
}

export const refreshChoices = ['off', '10s', '30s', '1m', '5m'] as const
export type RefreshChoice = (typeof refreshChoices)[number]

/** Milliseconds between refreshes; `null`: off. */
export const refreshMs: Readonly<Record<RefreshChoice, number | null>> = {
  off: null,
  '10s': 10 * secondMs,
  '30s': 30 * secondMs,
  '1m': minuteMs,
  '5m': 5 * minuteMs,
}

/** Reads `refresh` from the address; anything else than a choice is `fallback`. */
export function parseRefresh(text: string | null | undefined, fallback: RefreshChoice = '30s'): RefreshChoice {
  return refreshChoices.find((choice) => choice === text) ?? fallback
}
