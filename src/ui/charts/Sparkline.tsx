import { memo } from 'react'
import type { Sample } from '@/domain/series'
import type { Unit } from '@/domain/signal'
import { Absent } from '@/ui/figures/Absent'
import styles from './Sparkline.module.css'
import { sparkPath, sparkWords } from './sparkPath'

export interface SparklineProps {
  samples: readonly Sample[]
  unit: Unit
  /** What it shows: `Errors, 24 h`. */
  label: string
  width?: number
  height?: number
  /** Colours the line when the trouble is in it. */
  tone?: 'failing' | 'at-risk' | undefined
}

/** A small line without axes, for rows; a dash where no sample has a value. Gaps stay gaps; read aloud as last value and range. */
export const Sparkline = memo(function Sparkline({ samples, unit, label, width = 80, height = 22, tone }: SparklineProps) {
  const { line, dots, last } = sparkPath(samples, unit, width, height)
  const words = sparkWords(label, samples, unit)
  if (last === null) return <Absent reason={`${words}.`} />
  return (
    <svg role="img" aria-label={words} width={width} height={height} className={styles['spark']} data-tone={tone}>
      <title>{words}</title>
      <line x1={0} x2={width} y1={height - 1.5} y2={height - 1.5} className={styles['ground']} />
      <path d={line} className={styles['line']} />
      {dots.map((dot) => (
        <circle key={dot.x} cx={dot.x} cy={dot.y} r={1.2} className={styles['dot']} />
      ))}
      <circle cx={last.x} cy={last.y} r={2} className={styles['dot']} />
    </svg>
  )
})
