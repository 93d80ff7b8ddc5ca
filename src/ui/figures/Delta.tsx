import type { KnownMetric } from '@/domain/metric'
import type { Unit } from '@/domain/signal'
import { deltaText, type Better } from '@/ui/format/deltas'
import styles from './Delta.module.css'

export interface DeltaProps {
  /** `now - before`; `null` draws nothing. */
  difference: number | null
  unit?: Unit
  metric?: KnownMetric
  /** Which way is an improvement. */
  better: Better
  /** What it is compared with, on hover: `against version 11`. */
  against?: string
}

/** A change: arrow, sign and size to see; words to hear. Colour only says better or worse. */
export function Delta({ difference, unit, metric, better, against }: DeltaProps) {
  if (difference === null) return null
  const text = deltaText(difference, metric === undefined ? { unit: unit ?? 'count' } : { metric }, better)
  const words = against === undefined ? text.words : `${text.words} ${against}`
  return (
    <span className={styles['delta']} data-tone={text.tone} title={words}>
      <span aria-hidden>
        <span className={styles['arrow']}>{text.arrow}</span>
        {text.value}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
