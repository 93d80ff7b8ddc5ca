import type { EpochMs } from './time'
import { dayMs, hourMs, minuteMs, secondMs } from './time'

/** Sentences of the domain and the interface share these: one locale, so that a reason reads the same everywhere. */
const locale = 'en'

/** A length of time in its largest unit: `30 s`, `12 min`, `3 h`, `41 d`, `2 y`. Never negative. */
export function durationWords(ms: number): string {
  const length = Math.abs(ms)
  if (length < minuteMs) return `${Math.floor(length / secondMs)} s`
  if (length < hourMs) return `${Math.floor(length / minuteMs)} min`
  if (length < 2 * dayMs) return `${Math.floor(length / hourMs)} h`
  if (length < 730 * dayMs) return `${Math.floor(length / dayMs)} d`
  return `${Math.floor(length / (365 * dayMs))} y`
}

/** When, as seen from now: `just now`, `3 h ago`, `in 9 d`. */
export function agoWords(at: EpochMs, now: EpochMs): string {
  const past = now - at
  if (Math.abs(past) < minuteMs) return 'just now'
  return past > 0 ? `${durationWords(past)} ago` : `in ${durationWords(past)}`
}

/** A count of days in a sentence: `1 day`, `9 days`. */
export function daysWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

/** A ratio as per cent with two significant digits: `0.21 %`, `4.1 %`, `12 %`, `100 %`. */
export function percentWords(ratio: number): string {
  const percent = ratio * 100
  return `${withDigits(percent, Math.abs(percent) >= 99.5 ? 3 : 2)} %`
}

/** A latency: `84 ms`, `0.4 ms`, `1.2 s`. */
export function latencyWords(ms: number): string {
  if (Math.abs(ms) >= 999.5) return `${withDigits(ms / secondMs, 2)} s`
  return `${Math.abs(ms) < 10 ? withDigits(ms, 2) : Math.round(ms)} ms`
}

/** A score in a sentence, two decimals: `0.91`. */
export function scoreWords(score: number): string {
  return score.toFixed(2)
}

/** A count with thousands marked: `1,840`. */
export function countWords(count: number): string {
  return Math.round(count).toLocaleString(locale)
}

/** A rate in the unit in which it is not smaller than one, where there is one: `212/s`, `3.4/min`, `5/h`. */
export function rateWords(perSecond: number): string {
  if (perSecond >= 1) return `${withDigits(perSecond, perSecond >= 100 ? 4 : 2)}/s`
  if (perSecond * 60 >= 1) return `${withDigits(perSecond * 60, 2)}/min`
  return `${withDigits(perSecond * 3600, 2)}/h`
}

/** A version in a sentence: `v18`; a name that is no number stays as it is. */
export function versionWords(version: string): string {
  return /^\d+$/.test(version) ? `v${version}` : version
}

function withDigits(value: number, digits: number): string {
  return value.toLocaleString(locale, { maximumSignificantDigits: digits })
}
