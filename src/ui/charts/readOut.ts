import type { EpochMs } from '@/domain/time'
import { measureText } from '@/ui/format/numbers'
import { clockTime } from '@/ui/format/times'
import type { TimeZone } from '@/ui/timeZone'
import type { ChartRow } from './chartRows'
import type { PreparedChart } from './prepare'

/** What stands at one moment, as a sentence for a screen reader. */
export function readOut(
  chart: PreparedChart,
  row: ChartRow | undefined,
  range: { left: EpochMs; right: EpochMs } | null,
  zone?: TimeZone,
): string {
  if (row === undefined) return 'No values in this range'
  const values = chart.lines.flatMap((line, i) => {
    const value = row.values[i] ?? null
    return line.off ? [] : `${line.label} ${value === null ? 'no value' : measureText(value, chart.unit)}`
  })
  const chosen = range === null ? '' : `. Chosen ${clockTime(range.left, chart.to, zone)} to ${clockTime(range.right, chart.to, zone)}`
  return `${clockTime(row.at, chart.to, zone)}: ${values.join(', ')}${chosen}`
}
