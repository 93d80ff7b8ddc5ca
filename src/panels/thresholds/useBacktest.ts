import { skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ServedModel } from '@/domain/model'
import type { SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { backtest, type Backtest } from '@/domain/thresholds/backtest'
import { judgedOf } from '@/domain/thresholds/judged'
import type { ThresholdRule } from '@/domain/thresholds/rule'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { noMonitoring } from '@/panels/charts/useSignal'
import { seriesQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'
import type { Unsupported } from '@/ui/frame/panelState'
import { distinctLabels } from './distinctLabels'

/** A step of 5 min over 30 days: as far as an alert looks back. */
const points = (30 * 24 * 60) / 5 + 1
const range = { kind: 'relative', preset: '30d' } as const

/** What a rule, and the one that is saved, would have done on the model's history. */
export interface Tried {
  set: SeriesSet
  edited: Backtest
  /** `null`: nothing is saved for it. */
  saved: Backtest | null
  /** The figures that its values rest on could not be asked for: all of them are judged. */
  uncounted: boolean
}

export interface BacktestAnswer {
  state: Loadable<Tried>
  notConfigured: string | undefined
  notSupported: Unsupported | undefined
}

/** Asks for 30 days of the rule's signal, and of what its values rest on: one query each, once. Other limits on them ask nothing more. */
export function useBacktest(model: ServedModel, rule: ThresholdRule, saved: ThresholdRule | null): BacktestAnswer {
  const monitoring = useMonitoring()
  const supported = monitoring?.supports(rule.signal) ?? true
  const asked = monitoring !== null && supported === true
  const counted = asked && rule.support !== null && monitoring.supports(rule.support.signal) === true
  const history = useHistory(asked ? rule.signal : null, model)
  const support = useHistory(counted && rule.support ? rule.support.signal : null, model)

  const set = useMemo(() => history.data && { ...history.data, series: judgedOf(rule.signal, history.data.series, ({ subject }) => subject.labels) }, [history.data, rule.signal])
  // A failure to count must not hide the history.
  const counts = counted ? (support.data ?? (support.error ? null : undefined)) : null
  const tried = useMemo((): Tried | undefined => {
    if (set === undefined || counts === undefined) return undefined
    const named = distinctLabels(set.series)
    const of = (one: ThresholdRule): Backtest => {
      const { episodes, known } = backtest(set.series, counts?.series ?? [], one, set.stepMs)
      return { known, episodes: episodes.map((episode) => ({ ...episode, labels: named(episode.labels) })) }
    }
    const drawn = { ...set, series: set.series.map(({ subject, samples }) => ({ samples, subject: { ...subject, labels: named(subject.labels) } })) }
    return { set: drawn, edited: of(rule), saved: saved && of(saved), uncounted: rule.support !== null && counts === null }
  }, [set, counts, rule, saved])
  return {
    state: joinLoadables(counted && !support.error ? [history, support] : [history], tried),
    notConfigured: monitoring === null ? noMonitoring : undefined,
    notSupported: monitoring !== null && supported !== true ? { source: monitoring.id, reason: supported.reason } : undefined,
  }
}

function useHistory(signal: SignalName | null, model: ServedModel) {
  const monitoring = useMonitoring()
  return useQuery(
    monitoring !== null && signal !== null
      ? // What was is over: asked once. The history of another signal never stands in.
        { ...seriesQuery(monitoring, signal, { models: [model], by: 'model' }, range, points), staleTime: Number.POSITIVE_INFINITY, placeholderData: undefined }
      : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
}
