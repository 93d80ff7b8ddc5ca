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

export const rangePresets = ['1h', '6h', '24h', '7d', '30d'] as const
export type RangePreset = (typeof rangePresets)[number]

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
