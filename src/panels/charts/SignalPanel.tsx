import { useMemo } from 'react'
import type { ServedModel } from '@/domain/model'
import type { SignalName } from '@/domain/signal'
import type { ChartInput } from '@/ui/charts/chartInput'
import { drawnSeries, listOf, restName, type Rest } from './drawnSeries'
import { mapLoadable } from './mapLoadable'
import { previousLayer, previousWords } from './previousLayer'
import { TimePanel, type TimePanelProps } from './TimePanel'
import { useSignal } from './useSignal'
import type { VersionChoice } from './versionChoice'

export interface SignalPanelProps
  extends Omit<TimePanelProps, 'state' | 'notConfigured' | 'notSupported'>,
    Pick<ChartInput, 'champion' | 'thresholds' | 'markers' | 'spans' | 'stacked'> {
  signal: SignalName
  /** `null` until it is known. */
  model: ServedModel | null
  /** Which versions are lines of their own; left out: all. */
  choice?: VersionChoice
  /** What becomes of the others. Give the same value again, not an equal one. */
  rest?: Rest
  /** How the period before is called, which is drawn as well; `null`: it is not. */
  before?: string | null
  challenger?: string | null
}

/** One signal of a model by version, over the page's time range, live: chart, table, query, notes. */
export function SignalPanel(props: SignalPanelProps) {
  const { signal, model, choice, rest = 'leave-out', before = null, challenger = null, champion, thresholds, markers, spans, stacked, notes = [], ...look } = props
  const { state, ...why } = useSignal(signal, model)
  const { data } = state
  const previous = useSignal(signal, model, { previous: true, enabled: before !== null }).state
  const earlier = before === null ? undefined : previous.data
  const drawn = choice?.drawn.join('\n') ?? ''
  const input = useMemo(
    (): ChartInput | undefined =>
      data && {
        layers: [
          { set: drawnSeries(data, listOf(drawn), rest) },
          ...(earlier === undefined || before === null
            ? []
            : [previousLayer(earlier, { before, drawn: listOf(drawn), champion: champion ?? null, challenger }, stacked ?? false)]),
        ],
        champion: champion ?? null,
        rest: restName,
        thresholds: thresholds ?? [],
        markers: markers ?? [],
        spans: spans ?? [],
        stacked: stacked ?? false,
      },
    [data, earlier, before, challenger, drawn, rest, champion, thresholds, markers, spans, stacked],
  )
  const left = rest === 'leave-out' ? (choice?.rest.length ?? 0) : 0
  return <TimePanel {...look} about={model === null ? undefined : { signal, model: model.ref.name, version: champion ?? null }} {...why} state={mapLoadable(state, input)} notes={[...leftWords(left), ...notes, ...previousWords(before, previous)]} />
}

function leftWords(count: number): string[] {
  if (count === 0) return []
  return [`${count} other ${count === 1 ? 'version is' : 'versions are'} not drawn: they cannot be joined into one line. Choose them above.`]
}
