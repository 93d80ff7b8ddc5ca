import type { SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { hasValues, isNumberless, numberlessText } from '@/panels/charts/drawnSeries'
import type { Loadable } from '@/ui/frame/loadable'
import type { Operations } from './useOperations'

/** One chart of several signals. */
export interface OperationChart {
  title: string
  unit: string
  layers: readonly { signal: SignalName; name?: string; bound?: boolean }[]
  /** What becomes of the versions that are not drawn. */
  rest: 'sum' | 'leave-out'
  /** Why there may be nothing of this model although the source has such samples, and what to do. */
  none: string
}

/** A chart with what there is for it. */
export interface ArrangedChart {
  chart: OperationChart
  layers: readonly { name: string | undefined; bound: boolean; state: Loadable<SeriesSet> }[]
}

/** What is said in words instead of drawn. */
export interface Unsaid {
  kind: 'not-supported' | 'empty'
  /** The charts that it stands for. */
  titles: readonly string[]
  why: string
}

const pending: Loadable<SeriesSet> = { data: undefined, error: null, isPending: true, isFetching: true, dataUpdatedAt: 0, refetch: () => undefined }

/** Which charts there are, and what stands in words because there is nothing to draw; never an empty chart. */
export function arrange(charts: readonly OperationChart[], { lacking, answers }: Pick<Operations, 'lacking' | 'answers'>): { shown: readonly ArrangedChart[]; unsaid: readonly Unsaid[] } {
  const shown: ArrangedChart[] = []
  const unsaid = new Map<string, Unsaid>()
  const say = (kind: Unsaid['kind'], { title }: OperationChart, why: string) => {
    const known = unsaid.get(why)
    unsaid.set(why, { kind, why, titles: [...(known?.titles ?? []), title] })
  }
  for (const chart of charts) {
    const there = chart.layers.filter(({ signal }) => lacking?.has(signal) !== true)
    if (there.length === 0) {
      say('not-supported', chart, [...new Set(chart.layers.map(({ signal }) => lacking?.get(signal) ?? ''))].join(' '))
      continue
    }
    const layers = there.map(({ signal, name, bound = false }) => ({ name, bound, state: answers.get(signal) ?? pending }))
    const full = layers.filter(({ state }) => state.data === undefined || hasValues(state.data))
    if (full.length === 0) say('empty', chart, emptyWords(chart, layers.map(({ state }) => state)))
    else shown.push({ chart, layers: full })
  }
  return { shown, unsaid: [...unsaid.values()] }
}

/** Each of these has answered, and none has a value. */
function emptyWords({ none }: OperationChart, states: readonly Loadable<SeriesSet>[]): string {
  const words = states.some(({ data }) => data !== undefined && isNumberless(data)) ? numberlessText : none
  return states.some(({ error }) => error != null) ? `${words} So it was when it last answered: now it fails.` : words
}
