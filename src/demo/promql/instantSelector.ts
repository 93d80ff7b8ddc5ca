import { firstAfter, lookbackMs, lookedAt, selectSeries, type Evaluation } from './evaluation'
import type { SelectorExpr } from './syntax'
import { emptyColumn, isEmpty, type Column } from './value'

/**
 * At each step the newest sample that is not older than five minutes.
 * @param take what to keep of it: its value, or (for `timestamp()`) its time in seconds
 */
export function evaluateSelector(evaluation: Evaluation, expr: SelectorExpr, times: Float64Array, take: 'value' | 'time' = 'value'): Column[] {
  const at = lookedAt(evaluation, expr, times)
  const columns = selectSeries(evaluation, expr.matchers, at, lookbackMs).map((series) => {
    const column = emptyColumn(series.labels, at.length)
    let next = 0
    for (let i = 0; i < at.length; i++) {
      const now = at[i] ?? 0
      next = firstAfter(series.times, now, next)
      const time = series.times[next - 1]
      if (time === undefined || time < now - lookbackMs) continue
      column.has[i] = 1
      column.values[i] = take === 'time' ? time / 1000 : (series.values[next - 1] ?? Number.NaN)
    }
    return column
  })
  return columns.filter((column) => !isEmpty(column))
}
