import { useMemo } from 'react'
import type { ServedModel } from '@/domain/model'
import type { SignalName } from '@/domain/signal'
import { drawnSeries, listOf, restName } from '@/panels/charts/drawnSeries'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { previousLayer, previousWords } from '@/panels/charts/previousLayer'
import { TimePanel, type TimePanelLook } from '@/panels/charts/TimePanel'
import { useSignal } from '@/panels/charts/useSignal'
import { useMonitoring } from '@/queries/sources'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'
import type { ChartInput } from '@/ui/charts/chartInput'
import { Segments } from '@/ui/controls/Segments'
import { versionLabel } from '@/ui/format/versions'

const quantiles = ['p50', 'p95', 'p99'] as const
const measures = [...quantiles, 'mean'] as const
type LatencyView = (typeof measures)[number] | 'all'
const words: Readonly<Record<(typeof measures)[number], string>> = { p50: 'median', p95: '95th percentile', p99: '99th percentile', mean: 'mean' }

export interface LatencyPanelProps extends TimePanelLook, Pick<ChartInput, 'thresholds' | 'markers' | 'spans'> {
  model: ServedModel | null
  champion: string | null
  challenger: string | null
  /** How the period before is called, which is drawn as well; `null`: it is not. */
  before: string | null
  choice: VersionChoice
  /** There were requests in the range. */
  counted: boolean
  /** Says what the limits of the 95th percentile are. */
  limitNote: string | null
}

/**
 * Latency by version for one quantile or the mean, or the three quantiles of the champion; the address says which.
 * Some runtimes time a mean and no quantile: that is then what is shown first, under its own name.
 */
export function LatencyPanel({ model, champion, challenger, before, choice, counted, thresholds, markers, spans, limitNote, ...look }: LatencyPanelProps) {
  const [view, setView] = useLatencyView()
  const all = view === 'all'
  const by = all && champion === null ? 'model' : 'version'
  const p50 = useSignal('latency_p50', model, { by, enabled: all || view === 'p50' })
  const p95 = useSignal('latency_p95', model, { by, enabled: all || view === 'p95' })
  const p99 = useSignal('latency_p99', model, { by, enabled: all || view === 'p99' })
  const mean = useSignal('latency_mean', model, { by, enabled: view === 'mean' })
  const answers = { p50, p95, p99, mean }
  // Three quantiles of two periods would be six lines.
  const compared = all ? null : before
  const previous = useSignal(all ? 'latency_p95' : `latency_${view}`, model, { by, previous: true, enabled: compared !== null }).state
  const earlier = compared === null ? undefined : previous.data
  const shown = all ? quantiles : [view]
  const [first] = shown.map((measure) => answers[measure])

  const drawn = (all && champion !== null ? [champion] : choice.drawn).join('\n')
  const sets = [p50.state.data, p95.state.data, p99.state.data, mean.state.data]
  const input = useMemo(() => {
    const layers = measures.flatMap((name, i) => {
      const set = sets[i]
      const wanted = view === 'all' ? name !== 'mean' : view === name
      return set === undefined || !wanted ? [] : [{ name, set: drawnSeries(set, listOf(drawn), 'leave-out') }]
    })
    if (layers.length < (view === 'all' ? quantiles.length : 1)) return undefined
    const then = earlier === undefined || compared === null ? [] : [previousLayer(earlier, { before: compared, drawn: listOf(drawn), champion, challenger }, false)]
    return {
      // One layer needs no name: the panel's title says it.
      layers: view === 'all' ? layers : [...layers.map(({ set }) => ({ set })), ...then],
      champion,
      rest: restName,
      thresholds: view === 'all' || view === 'p95' ? (thresholds ?? []) : [],
      markers: markers ?? [],
      spans: spans ?? [],
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `sets` is a new list of the same answers each time
  }, [...sets, earlier, compared, challenger, view, drawn, champion, thresholds, markers, spans])

  const state = joinLoadables(shown.map((measure) => answers[measure].state), input)
  const left = all ? 0 : choice.rest.length
  return (
    <TimePanel
      title="Latency"
      unit={all ? `quantiles of ${champion === null ? 'all versions' : versionLabel(champion)}` : words[view]}
      {...look}
      about={model === null ? undefined : { signal: all ? 'latency_p95' : `latency_${view}`, model: model.ref.name, version: champion }}
      state={state}
      notConfigured={first?.notConfigured}
      notSupported={first?.notSupported}
      emptyText={counted ? 'Requests were counted in this range, but none was timed.' : 'No request was answered in this range, so nothing was timed.'}
      notes={[
        ...(left === 0 ? [] : [`${view === 'mean' ? 'Means' : 'Percentiles'} cannot be joined: ${left} other ${left === 1 ? 'version is' : 'versions are'} not drawn. Choose above.`]),
        ...(all && before !== null ? ['Choose one measure to compare it with the period before.'] : previousWords(compared, previous)),
        ...(limitNote === null || (view !== 'all' && view !== 'p95') ? [] : [limitNote]),
      ]}
      actions={
        <Segments
          label="Measure"
          size="small"
          value={view}
          onChange={setView}
          options={[...measures, 'all' as const].map((value) => ({ value, label: value }))}
        />
      }
    />
  )
}

function useLatencyView(): [LatencyView, (view: LatencyView) => void] {
  const [params, change] = useAddressParams()
  const monitoring = useMonitoring()
  const can = (name: SignalName) => monitoring === null || monitoring.supports(name) === true
  const first = !can('latency_p95') && can('latency_mean') ? 'mean' : 'p95'
  const asked = params.get('latency')
  const view = asked === 'all' ? asked : (measures.find((measure) => measure === asked) ?? first)
  return [view, (next) => change((after) => setOrDelete(after, 'latency', next === first ? null : next))]
}
