import type { ChartRow } from './chartRows'

export interface LonelyDotProps {
  rows: readonly ChartRow[]
  line: number
  color: string
  /** Given by recharts. */
  cx?: number
  cy?: number
  index?: number
}

/** A value between two gaps has no line to be seen by: it gets a dot. */
export function LonelyDot({ rows, line, color, cx, cy, index = 0 }: LonelyDotProps) {
  const value = (at: number) => rows[at]?.values[line] ?? null
  if (value(index) === null || value(index - 1) !== null || value(index + 1) !== null) return null
  if (cx === undefined || cy === undefined) return null
  return <circle cx={cx} cy={cy} r={2.5} fill={color} />
}
