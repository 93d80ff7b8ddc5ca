import { useMemo } from 'react'
import type { SeriesSet } from '@/domain/series'
import { drawnSeries, listOf, restName } from '@/panels/charts/drawnSeries'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { TimePanel, type TimePanelLook } from '@/panels/charts/TimePanel'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import type { ChartInput, ChartLayer } from '@/ui/charts/chartInput'
import { failureWords } from '@/ui/frame/panelState'
import type { ArrangedChart } from './operationCharts'

export interface OperationPanelProps extends TimePanelLook, ArrangedChart, Pick<ChartInput, 'champion' | 'thresholds' | 'markers' | 'spans'> {
  /** The registered model's name; `null` until it is known. */
  about: string | null
  /** Which versions are lines of their own; left out: all. */
  choice?: VersionChoice | undefined
}

/** `-limit` is the bound `limit`: names are one text, to be a dependency. */
function layerOf(name: string, set: SeriesSet): ChartLayer {
  const bound = name.startsWith('-')
  return { set, ...(name !== '' && { name: bound ? name.slice(1) : name }), ...(bound && { bound }) }
}

/** One chart of what a model runs on: its signals as layers, drawn as far as they are there. */
export function OperationPanel({ chart, layers, about, choice, champion, thresholds, markers, spans, ...look }: OperationPanelProps) {
  const { rest } = chart
  const signal = chart.layers[0]?.signal
  const drawn = choice?.drawn.join('\n') ?? ''
  const [first, second, third] = layers.map(({ state }) => state.data)
  const names = layers.map(({ name = '', bound }) => `${bound ? '-' : ''}${name}`).join('\n')
  const input = useMemo(() => {
    const sets = [first, second, third]
    const there = names.split('\n').flatMap((name, i) => {
      const set = sets[i]
      return set === undefined ? [] : [layerOf(name, drawnSeries(set, listOf(drawn), rest))]
    })
    if (there.length === 0) return undefined
    return { layers: there, champion: champion ?? null, rest: restName, thresholds: thresholds ?? [], markers: markers ?? [], spans: spans ?? [] }
  }, [first, second, third, names, drawn, rest, champion, thresholds, markers, spans])
  const states = layers.map(({ state }) => state)
  const all = joinLoadables(states, input)
  // Beside a layer that never answered the others are not stale.
  const told = input === undefined ? all : { ...joinLoadables(states.filter(({ data }) => data !== undefined), input), refetch: all.refetch }
  return (
    <TimePanel
      title={chart.title}
      unit={chart.unit}
      {...look}
      about={about === null || signal === undefined ? undefined : { signal, model: about, version: champion ?? null }}
      state={told}
      notes={input === undefined ? [] : missingWords(layers)}
      emptyText={chart.none}
    />
  )
}

function missingWords(layers: ArrangedChart['layers']): string[] {
  return layers.flatMap(({ name, state: { data, error } }) => (data === undefined && error != null ? [`Not drawn: ${name ?? 'a part'}. ${failureWords(error).what}`] : []))
}
