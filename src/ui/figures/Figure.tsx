import type { ReactNode } from 'react'
import type { KnownMetric } from '@/domain/metric'
import type { Unit } from '@/domain/signal'
import { countText, measure, metricText, type Measure } from '@/ui/format/numbers'
import { Absent } from './Absent'
import styles from './Figure.module.css'

export interface FigureProps {
  /** `null`: no value; `absent` then says why. */
  value: number | null
  /** What it is measured in: a signal's unit, or a logged measure. One of the two. */
  unit?: Unit
  metric?: KnownMetric
  /** A sentence for the missing value. */
  absent?: string
  /** How many samples it rests on, where that decides: drawn as `n = 214`. */
  samples?: number | null
  /** `large` is for tiles and heads. */
  size?: 'normal' | 'large'
  /** Leaves the unit out, where the column's header says it. */
  bare?: boolean
  /** Follows the figure in a slot of its own, so that figures of a column stay aligned: a Delta. */
  children?: ReactNode
}

function typeset(value: number, unit: Unit | undefined, metric: KnownMetric | undefined): Measure {
  if (unit !== undefined) return measure(value, unit)
  return { value: metric === undefined ? countText(value) : metricText(metric, value), unit: '' }
}

/** One number with its unit in a lighter tone, and the sample size behind it. */
export function Figure(props: FigureProps) {
  const { value, unit, metric, absent = 'The source has no value.', samples, size = 'normal', bare = false, children } = props
  const beside = children === undefined ? null : <span className={styles['beside']}>{value === null ? null : children}</span>
  if (value === null) {
    return (
      <span className={styles['figure']}>
        <Absent reason={absent} />
        {beside}
      </span>
    )
  }
  const shown = typeset(value, unit, metric)
  return (
    <span className={styles['figure']} data-size={size}>
      <span className={styles['value']}>{shown.value}</span>
      {shown.unit !== '' && !bare && <span className={styles['unit']}>{` ${shown.unit}`}</span>}
      {samples != null && <span className={styles['samples']}>{` n = ${countText(samples)}`}</span>}
      {beside}
    </span>
  )
}
