import { hashKey, type Query } from '@tanstack/react-query'
import type { SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import type { AskedRange } from '@/domain/time'
import { whileFailing } from '@/panels/timeControls'
import type { MonitoringSource, Selection } from '@/ports/monitoring'
import { seriesQuery } from '@/queries/monitoring'

/** A series at most this long: what a chart of a page's width can show. */
const maxPoints = 400

/**
 * A series for a chart, asked again every `interval`. While another range loads, the last one stays; another
 * model's figures never do.
 */
export function liveSeries(monitoring: MonitoringSource, name: SignalName, selection: Selection, range: AskedRange, interval: number | false) {
  const question = seriesQuery(monitoring, name, selection, range, maxPoints)
  return {
    ...question,
    // What is over does not change, but a source that failed is asked again.
    refetchInterval: range.kind === 'relative' ? interval : whileFailing(interval),
    placeholderData: (previous: SeriesSet | undefined, query: Pick<Query, 'queryKey'> | undefined) =>
      query !== undefined && asksTheSame(query.queryKey, question.queryKey) ? previous : undefined,
  }
}

/** Keys are alike up to the range: source, `series`, signal, selection. */
function asksTheSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return hashKey(a.slice(0, -2)) === hashKey(b.slice(0, -2))
}
