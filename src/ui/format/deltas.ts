import type { KnownMetric } from '@/domain/metric'
import type { Unit } from '@/domain/signal'
import { fixed, isShare, measureText, minus, noValue, significant } from './numbers'

/** Which way is an improvement. `neither`: a change without a verdict (traffic). */
export type Better = 'higher' | 'lower' | 'neither'
export type DeltaTone = 'better' | 'worse' | 'same' | 'neutral'

/** A change, typeset: `▲ +0.013` to see, `up 0.013, better` to hear. */
export interface DeltaText {
  arrow: '▲' | '▼' | '='
  /** With sign and unit; empty when nothing changed at this precision. */
  value: string
  words: string
  tone: DeltaTone
}

/** What a change is measured in: the unit of a signal, or a logged measure. */
export type DeltaOf = { unit: Unit } | { metric: KnownMetric }

function sizeText(size: number, of: DeltaOf): string {
  if ('metric' in of) return isShare(of.metric) ? fixed(size, 3) : significant(size, 2)
  // The difference of two percentages is in percentage points.
  if (of.unit === 'ratio') return `${fixed(size * 100, size * 100 >= 9.95 ? 0 : size * 100 >= 0.995 ? 1 : 2)} pp`
  return measureText(size, of.unit)
}

/** Typesets `now - before`. Changes too small for the shown precision read as no change. */
export function deltaText(difference: number, of: DeltaOf, better: Better): DeltaText {
  const size = sizeText(Math.abs(difference), of)
  if (!/[1-9]/.test(size)) return { arrow: '=', value: '', words: 'no change', tone: 'same' }
  const up = difference > 0
  const tone = better === 'neither' ? 'neutral' : (better === 'higher') === up ? 'better' : 'worse'
  const verdict = tone === 'neutral' ? '' : `, ${tone}`
  return {
    arrow: up ? '▲' : '▼',
    value: `${up ? '+' : minus}${size}`,
    words: `${up ? 'up' : 'down'} ${size}${verdict}`,
    tone,
  }
}

/** A relative change: `+8.3 %`; an en dash where there is nothing to compare with. */
export function relativeText(now: number, before: number): string {
  if (before === 0) return noValue
  const percent = ((now - before) / Math.abs(before)) * 100
  const size = Math.abs(percent)
  return `${percent < 0 ? minus : '+'}${fixed(size, size >= 99.95 ? 0 : 1)} %`
}
