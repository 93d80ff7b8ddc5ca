import { useQueries } from '@tanstack/react-query'
import type { RegisteredModel } from '@/domain/model'
import { quietDays, requestsIn, type TrafficFigure } from '@/domain/retirement'
import { dayMs } from '@/domain/time'
import { recentMs } from '@/panels/fleetFigures'
import { servedModel } from '@/panels/servedModel'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'

/** Over which spans the calls of a version are counted. */
export const trafficSpans = [
  { id: 'now', title: 'Now', windowMs: recentMs },
  { id: 'week', title: 'Last 7 days', windowMs: 7 * dayMs },
  { id: 'month', title: `Last ${quietDays} days`, windowMs: quietDays * dayMs },
] as const
export type TrafficSpan = (typeof trafficSpans)[number]['id']

/** Who still calls which version of a model, as far as monitoring knows. */
export interface Traffic {
  waiting: boolean
  /** A sentence: why nobody can know; `null`: it can be asked. */
  unasked: string | null
  /** `undefined`: on its way. An absent series is not known: nobody called, or nobody counted. */
  of: (version: string, span: TrafficSpan) => TrafficFigure | undefined
  error: Error | null
  retry: () => void
}

/** Counts the requests to each version of a model. */
export function useTraffic(model: RegisteredModel): Traffic {
  const monitoring = useMonitoring()
  const supported = monitoring?.supports('request_rate') ?? null
  const results = useQueries({
    queries:
      monitoring && supported === true
        ? trafficSpans.map(({ windowMs }) => figuresQuery(monitoring, 'request_rate', { models: [servedModel(model)], by: 'version' }, { windowMs }))
        : [],
  })
  const answered = results.flatMap(({ data }) => data?.figures ?? [])
  const unversioned = answered.length > 0 && answered.every(({ subject }) => subject.version === null)
  return {
    waiting: results.some(({ isPending }) => isPending),
    unasked:
      monitoring === null
        ? 'No monitoring is configured, so nobody knows who still calls it.'
        : supported !== true
          ? (supported?.reason ?? 'The monitoring counts no requests.')
          : unversioned
            ? `The figures in ${monitoring.id} do not say which version served.`
            : null,
    of(version, span) {
      const index = trafficSpans.findIndex(({ id }) => id === span)
      const [asked, result] = [trafficSpans[index], results[index]]
      if (!asked || result?.isPending) return undefined
      const rate = result?.data?.figures.find(({ subject }) => subject.version === version)?.value ?? null
      return { rate, requests: requestsIn(asked.windowMs, rate) }
    },
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => results.filter(({ error }) => error).forEach((result) => void result.refetch()),
  }
}
