import { useQueries } from '@tanstack/react-query'
import type { Sample } from '@/domain/series'
import type { TimeRange } from '@/domain/time'
import { fleetKey } from '@/panels/fleetFigures'
import { useRefetchInterval } from '@/panels/timeControls'
import { servedModel } from '@/panels/servedModel'
import { seriesQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import type { ModelRow } from './modelRow'

const blockSize = 50
const pointsPerSpark = 48

/** How the head of the column calls the range. */
export function rangeWords(range: TimeRange): string {
  return range.kind === 'relative' ? range.preset.replace(/\D+$/, ' $&') : 'range'
}

/** Requests over the range for the rows that are drawn, a query a block of rows, by row key. */
export function useSparks(
  rows: readonly ModelRow[],
  drawn: ReadonlySet<string>,
  range: TimeRange,
): ReadonlyMap<string, readonly Sample[]> {
  const monitoring = useMonitoring()
  const refetchInterval = useRefetchInterval()
  const blocks = Array.from({ length: Math.ceil(rows.length / blockSize) }, (_, index) =>
    rows.slice(index * blockSize, (index + 1) * blockSize),
  )
  const answers = useQueries({
    queries:
      monitoring?.supports('request_rate') === true
        ? blocks.map((block) => ({
            ...seriesQuery(
              monitoring,
              'request_rate',
              { models: block.map((row) => servedModel(row.model)), by: 'model' },
              range,
              pointsPerSpark,
            ),
            refetchInterval,
            enabled: block.some((row) => drawn.has(row.key)),
          }))
        : [],
  })
  return new Map(
    answers.flatMap((answer) => answer.data?.series.map(({ subject, samples }) => [fleetKey(subject.ref), samples] as const) ?? []),
  )
}
