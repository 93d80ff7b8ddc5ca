import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { healthThresholds } from '@/domain/health/thresholds'
import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { requestsIn } from '@/domain/retirement'
import type { FigureSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { burnWindowsMs, judgeSlo, objectivesOf, type SloReport } from '@/domain/slo'
import { hourMs, minuteMs } from '@/domain/time'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { useAfterCharts, useChartsWaiting } from '@/panels/charts/useChartsWaiting'
import { noOftenerThan, useRefetchInterval } from '@/panels/timeControls'
import type { MonitoringSource } from '@/ports/monitoring'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

/** What the panel shows of a model's objectives. */
export interface SloView {
  /** `null`: no availability is demanded, or the source cannot count failures. */
  report: SloReport | null
  /** The 95th percentile in ms by window; a window that is not asked for is absent. */
  p95: ReadonlyMap<number, number | null>
  /** `false`: nothing was counted when the window began, so that the source holds less than the whole of it. */
  wholeWindow: boolean
  /** Some question failed, and others did not. */
  failure: Error | null
  queries: readonly string[]
  notes: readonly string[]
}

/** Up to here a window is asked at every refresh, and percentiles are asked for at all. */
export const liveMs = 6 * hourMs
/** Days hardly move, and cost the source a lot. */
const slowMs = 5 * minuteMs

interface Question {
  name: SignalName
  windowMs: number
  offsetMs: number
}

/**
 * The objectives of one model, judged over every window. All its versions count together. Nothing is asked until
 * `enabled` and the charts have been answered, and the long windows wait for the short ones.
 */
export function useSlo(model: ServedModel | null, policy: PolicyLayers, enabled: boolean): Loadable<SloView> {
  const monitoring = useMonitoring()
  const interval = useRefetchInterval()
  const asked = model === null || monitoring === null ? [] : questionsOf(policy, monitoring)
  const live = asked.filter(isLive)
  const ask = ({ name, windowMs, offsetMs }: Question) => {
    if (model === null || monitoring === null) throw new Error('Nothing is asked of nobody.')
    return figuresQuery(monitoring, name, { models: [model], by: 'model' }, { windowMs, offsetMs })
  }
  const begun = useAfterCharts(enabled)
  const drawing = useChartsWaiting()
  const now = useQueries({ queries: live.map((question) => ({ ...ask(question), enabled: begun, refetchInterval: interval })) })
  const shown = begun && !drawing && now.every(({ isPending }) => !isPending)
  const days = asked.filter((question) => !isLive(question))
  const later = useQueries({
    queries: days.map((question) => ({
      ...ask(question),
      enabled: shown,
      staleTime: slowMs,
      refetchInterval: noOftenerThan(slowMs, interval),
    })),
  })
  const results = [...now, ...later]
  const answers = [...live, ...days].map((question, index) => ({ question, result: results[index] }))
  const settled = results.length > 0 && results.every(({ data, error }) => data !== undefined || error !== null)
  const answered = results.some(({ data }) => data !== undefined)
  const view = settled && answered ? viewOf(policy, answers) : undefined
  // What never answered beside others that did is told in the panel: the rest of it is not stale.
  const told = view === undefined ? results : results.filter(({ data }) => data !== undefined)
  const joined = joinLoadables<SloView>(told, view)
  return { ...joined, isPending: view === undefined && !(settled && !answered), refetch: joinLoadables(results, view).refetch }
}

function isLive({ windowMs, offsetMs }: Question): boolean {
  return windowMs <= liveMs && offsetMs === 0
}

function questionsOf(policy: PolicyLayers, monitoring: MonitoringSource): readonly Question[] {
  const { availability, latencyMs, windowMs } = objectivesOf(policy)
  const can = (name: SignalName) => monitoring.supports(name) === true
  const counted = availability !== null && can('error_ratio') && can('request_rate')
  const windows = [...new Set([...burnWindowsMs, windowMs])]
  return [
    ...(counted ? windows.flatMap((windowMs) => [of('error_ratio', windowMs), of('request_rate', windowMs)]) : []),
    ...(latencyMs !== null && can('latency_p95') ? windows.filter((windowMs) => windowMs <= liveMs).map((windowMs) => of('latency_p95', windowMs)) : []),
    // One hour at the window's beginning.
    ...(counted && windowMs > hourMs ? [{ name: 'request_rate' as const, windowMs: hourMs, offsetMs: windowMs - hourMs }] : []),
  ]
}

function of(name: SignalName, windowMs: number): Question {
  return { name, windowMs, offsetMs: 0 }
}

type Answers = readonly { question: Question; result: UseQueryResult<FigureSet> | undefined }[]

function viewOf(policy: PolicyLayers, answers: Answers): SloView {
  const { availability, windowMs } = objectivesOf(policy)
  const { minRequests } = healthThresholds(policy)
  const find = (name: SignalName, windowMs: number, offsetMs = 0) =>
    answers.find(({ question }) => question.name === name && question.windowMs === windowMs && question.offsetMs === offsetMs)?.result
  const value = (name: SignalName, windowMs: number) => find(name, windowMs)?.data?.figures[0]?.value ?? null
  const begun = windowMs > hourMs ? find('request_rate', hourMs, windowMs - hourMs)?.data : undefined
  const counts = [...new Set([...burnWindowsMs, windowMs])].map((windowMs) => ({
    windowMs,
    errorRatio: value('error_ratio', windowMs),
    requests: requestsIn(windowMs, value('request_rate', windowMs)),
  }))
  const sets = answers.flatMap(({ result }) => result?.data ?? [])
  return {
    report: availability === null || find('error_ratio', windowMs) === undefined ? null : judgeSlo({ availability: availability.value, windowMs, minRequests }, counts),
    p95: new Map(
      answers.flatMap(({ question, result }) =>
        question.name === 'latency_p95' ? [[question.windowMs, result?.data?.figures[0]?.value ?? null] as const] : [],
      ),
    ),
    wholeWindow: begun === undefined || (begun.figures[0]?.value ?? null) !== null,
    failure: answers.find(({ result }) => result?.error && result.data === undefined)?.result?.error ?? null,
    queries: [...new Set(sets.map(({ query }) => query))],
    notes: [...new Set(sets.flatMap(({ notes }) => notes))],
  }
}
