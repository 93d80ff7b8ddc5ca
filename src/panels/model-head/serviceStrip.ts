import type { ServiceSpan } from '@/domain/timeline'
import type { EpochMs } from '@/domain/time'
import { durationWords, versionWords } from '@/domain/words'

/** One piece of the strip: a version and the time in which it served. */
export interface StripPiece {
  key: string
  version: string
  from: EpochMs | null
  known: boolean
  /** Still serving. */
  current: boolean
  /** Its share of the width, 0..1; what has no beginning counts as nothing and gets the least width. */
  share: number
  sentence: string
}

export interface Strip {
  pieces: readonly StripPiece[]
  /** Older spans that had no room. */
  earlier: number
}

/** More than this is for the history page. */
const mostPieces = 10

/** Lays the spans of who served when side by side, oldest first. `day` writes a date. */
export function serviceStrip(spans: readonly ServiceSpan[], now: EpochMs, day: (at: EpochMs) => string): Strip {
  const shown = spans.slice(-mostPieces)
  const lengths = shown.map(({ from, to }) => (from === null ? 0 : Math.max(0, (to ?? now) - from)))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return {
    earlier: spans.length - shown.length,
    pieces: shown.map((span, index) => ({
      key: `${span.version} ${span.from ?? 'start'} ${span.to ?? 'now'}`,
      version: span.version,
      from: span.from,
      known: span.known,
      current: span.to === null,
      share: total === 0 ? 0 : (lengths[index] ?? 0) / total,
      sentence: sentenceOf(span, now, day),
    })),
  }
}

function sentenceOf({ version, from, to, known, note }: ServiceSpan, now: EpochMs, day: (at: EpochMs) => string): string {
  const name = versionWords(version)
  const length = from === null ? '' : ` (${durationWords((to ?? now) - from)})`
  if (known && from !== null) {
    if (to === null) return `${name} serves production since ${day(from)}${length}.`
    return `${name} served production from ${day(from)} to ${day(to)}${length}.`
  }
  const bounds = to === null ? `${name} serves production` : `${name} served production at most until ${day(to)}`
  const since = from === null ? '' : `, since ${day(from)} at the earliest`
  return `${bounds}${since}. ${note ?? ''}`.trim()
}
