import { useQueries, useQuery, skipToken } from '@tanstack/react-query'
import type { ServedModel } from '@/domain/model'
import type { SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { liveSeries } from '@/panels/charts/liveSeries'
import { useRefetchInterval, useTimeRange } from '@/panels/timeControls'
import type { Selection } from '@/ports/monitoring'
import { lackingQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

/** What a source says of what a model runs on. */
export interface Operations {
  /** The source's id; `null`: none is configured. */
  source: string | null
  /** What the source has no samples of, and why; `undefined`: not known yet. */
  lacking: ReadonlyMap<SignalName, string> | undefined
  answers: ReadonlyMap<SignalName, Loadable<SeriesSet>>
}

export interface OperationsOptions {
  by: Selection['by']
  /** `false`: nothing is asked yet. */
  enabled: boolean
}

/**
 * Several signals of one model over the page's time range, live. What the source lacks is not asked for. `names` is
 * the same list at each call.
 */
export function useOperations(names: readonly SignalName[], model: ServedModel | null, { by, enabled }: OperationsOptions): Operations {
  const monitoring = useMonitoring()
  const [range] = useTimeRange()
  const interval = useRefetchInterval()
  const lacks = useQuery(monitoring === null ? { queryKey: ['monitoring', 'nothing'], queryFn: skipToken } : { ...lackingQuery(monitoring, names), enabled })
  // Where it cannot be said what is lacking, the charts themselves will say what fails, also while it is asked again.
  const lacking = lacks.data ?? (lacks.isFetched ? new Map<SignalName, string>() : undefined)
  const asked = monitoring === null || model === null || lacking === undefined ? [] : names.filter((name) => !lacking.has(name))
  const results = useQueries({
    queries: asked.map((name) => {
      if (monitoring === null || model === null) throw new Error('Nothing is asked of nobody.')
      return { ...liveSeries(monitoring, name, { models: [model], by }, range, interval), enabled }
    }),
  })
  const answers = new Map<SignalName, Loadable<SeriesSet>>()
  for (const [index, name] of asked.entries()) {
    const result = results[index]
    if (result !== undefined) answers.set(name, result)
  }
  return { source: monitoring?.id ?? null, lacking, answers }
}
