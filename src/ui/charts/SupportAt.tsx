import type { EpochMs } from '@/domain/time'
import { countText } from '@/ui/format/numbers'
import type { ChartLine } from './chartLines'
import styles from './TimeChart.module.css'

/** How many cases a line's value at one moment rests on: `n = 1 840`. Nothing where that is not known. */
export function SupportAt({ line, at }: { line: ChartLine; at: EpochMs }) {
  const count = line.support?.samples.find(([when]) => when === at)?.[1] ?? null
  if (count === null) return null
  return <span className={styles['support']}>n = {countText(count)}</span>
}
