import { skipToken, useQuery } from '@tanstack/react-query'
import type { ServedModel } from '@/domain/model'
import type { FigureSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { hourMs } from '@/domain/time'
import { recentMs } from '@/panels/fleetFigures'
import { useRefetchInterval } from '@/panels/timeControls'
import type { Selection } from '@/ports/monitoring'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'

/** One signal now and before. */
export interface ComparedFigure {
  now: FigureSet | undefined
  before: FigureSet | undefined
  /** Why the source cannot say it. */
  unsupported: string | undefined
  isPending: boolean
  error: Error | null
  retry: () => unknown
}

/** Asks for a signal over the last minutes, live, and once for the hour before `offsetMs` ago; `null`: not known yet. */
export function useComparedFigure(
  name: SignalName,
  model: ServedModel | null,
  by: Selection['by'],
  offsetMs: number | null,
): ComparedFigure {
  const monitoring = useMonitoring()
  const refetchInterval = useRefetchInterval()
  const supported = monitoring?.supports(name) ?? true
  const asked = monitoring !== null && model !== null && supported === true
  const now = useQuery(
    asked ? { ...figuresQuery(monitoring, name, { models: [model], by }, { windowMs: recentMs }), refetchInterval }
      : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
  const before = useQuery(
    asked && offsetMs !== null ? figuresQuery(monitoring, name, { models: [model], by }, { windowMs: hourMs, offsetMs })
      : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
  return {
    now: now.data,
    before: before.data,
    unsupported: supported === true ? undefined : supported.reason,
    isPending: now.isPending,
    error: now.error,
    retry: now.refetch,
  }
}
