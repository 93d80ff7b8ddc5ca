import { skipToken, useQueries, useQuery } from '@tanstack/react-query'
import { canaryLimits, judgeCanary, type CanaryReport, type Served } from '@/domain/canary'
import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { requestsIn } from '@/domain/retirement'
import type { FigureSet } from '@/domain/series'
import { minuteMs } from '@/domain/time'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { servingWindowMs } from '@/panels/evidence/useServingEvidence'
import { recentMs } from '@/panels/fleetFigures'
import { noOftenerThan, useRefetchInterval } from '@/panels/timeControls'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

const signals = ['request_rate', 'error_ratio', 'latency_p95'] as const
/** A day of figures hardly moves in less. */
const slowMs = 5 * minuteMs

/** The version that serves beside the champion, and how it does. */
export interface Canary {
  version: string
  state: Loadable<CanaryReport>
  queries: readonly string[]
}

export interface CanaryQuestion {
  model: ServedModel | null
  champion: string | null
  challenger: string | null
  policy: PolicyLayers
}

/** `null`: no second version serves, or it is not known: versions are not told apart, or the source is silent. */
export function useCanary({ model, champion, challenger, policy }: CanaryQuestion): Canary | null {
  const monitoring = useMonitoring()
  const interval = useRefetchInterval()
  const possible = monitoring !== null && model !== null && champion !== null && signals.every((name) => monitoring.supports(name) === true)
  const selection = model === null ? null : { models: [model], by: 'version' as const }
  const now = useQuery(
    possible && selection !== null
      ? { ...figuresQuery(monitoring, 'request_rate', selection, { windowMs: recentMs }), refetchInterval: interval }
      : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
  const version = champion === null ? null : besides(now.data, champion, challenger)
  const results = useQueries({
    queries:
      possible && selection !== null && version !== null
        ? signals.map((name) => ({
            ...figuresQuery(monitoring, name, selection, { windowMs: servingWindowMs }),
            refetchInterval: noOftenerThan(slowMs, interval),
          }))
        : [],
  })
  if (!possible || version === null) return null
  const sets = results.map(({ data }) => data)
  const there = sets.length > 0 && sets.every((set) => set !== undefined)
  const report = there ? judgeCanary(servedOf(champion, sets), servedOf(version, sets), canaryLimits(policy)) : undefined
  return { version, state: joinLoadables(results, report), queries: sets.flatMap((set) => set?.query ?? []) }
}

/** The challenger if it gets requests now, else the busiest version that is not the champion. */
function besides(set: FigureSet | undefined, champion: string, challenger: string | null): string | null {
  const serving = (set?.figures ?? []).filter(({ subject, value }) => subject.version !== null && subject.version !== champion && (value ?? 0) > 0)
  const [busiest] = serving.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
  return (serving.find(({ subject }) => subject.version === challenger) ?? busiest)?.subject.version ?? null
}

function servedOf(version: string, sets: readonly (FigureSet | undefined)[]): Served {
  const [rate = null, errorRatio = null, p95Ms = null] = sets.map(
    (set) => set?.figures.find(({ subject }) => subject.version === version)?.value ?? null,
  )
  return { version, requests: requestsIn(servingWindowMs, rate), errorRatio, p95Ms }
}
