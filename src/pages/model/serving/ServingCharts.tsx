import { useMemo } from 'react'
import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import type { SeriesSet } from '@/domain/series'
import type { Rest } from '@/panels/charts/drawnSeries'
import { latencyLimits, type ChartLimits } from '@/panels/charts/limits'
import { SignalPanel } from '@/panels/charts/SignalPanel'
import type { TimePanelLook } from '@/panels/charts/TimePanel'
import { useSignal } from '@/panels/charts/useSignal'
import { useCompare } from '@/panels/charts/useCompare'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import type { ChartMarker } from '@/ui/charts/chartInput'
import { LatencyPanel } from './LatencyPanel'
import { ErrorClassPanel } from './ErrorClassPanel'
import { OutcomeLatencyPanel } from './OutcomeLatencyPanel'
import styles from './ServingTab.module.css'
import { troubleSpans } from './troubleSpans'

export interface ServingChartsProps extends Pick<TimePanelLook, 'onZoom'> {
  model: ServedModel | null
  champion: string | null
  challenger: string | null
  choice: VersionChoice
  /** Request rates by version: error ratios are joined by them. */
  rates: SeriesSet | undefined
  markers: readonly ChartMarker[]
  policy: PolicyLayers
  errorLimit: ChartLimits
}

/** The four charts of a served model; they share range, cursor, colours and marks. */
export function ServingCharts({ model, champion, challenger, choice, rates, markers, policy, errorLimit, onZoom }: ServingChartsProps) {
  const latency = latencyLimits(policy)
  const errors = useSignal('error_ratio', model).state.data
  const worst = errorLimit.thresholds.at(-1)?.value ?? null
  const spans = useMemo(() => troubleSpans(errors, champion, worst), [errors, champion, worst])
  const restOfErrors = useMemo((): Rest => ({ meanBy: rates }), [rates])
  const errorLines = useStable(errorLimit.thresholds)
  const latencyLines = useStable(latency.thresholds)
  const { before } = useCompare()
  // Without a figure of them, requests that are counted all the same are not "no requests".
  const counted = rates !== undefined && rates.series.some(({ samples }) => samples.some(([, value]) => value !== null && value > 0))
  const shared = { model, choice, champion, challenger, before, markers, spans, syncId: 'serving', onZoom }

  return (
    <div className={styles['charts']}>
      <SignalPanel
        {...shared}
        title="Request rate"
        unit="by version"
        signal="request_rate"
        rest="sum"
        stacked
        emptyText="No requests in this range."
      />
      <SignalPanel
        {...shared}
        title="Error rate"
        unit="share of requests"
        signal="error_ratio"
        rest={restOfErrors}
        thresholds={errorLines}
        emptyText={counted ? 'Requests were counted in this range, but not which share of them failed.' : 'No requests in this range, so none that failed.'}
        notes={errorLimit.note === null ? [] : [errorLimit.note]}
      />
      <LatencyPanel {...shared} counted={counted} thresholds={latencyLines} limitNote={latency.note} />
      <ErrorClassPanel {...shared} />
      <OutcomeLatencyPanel {...shared} />
      <SignalPanel
        {...shared}
        title="In flight"
        unit="requests at once"
        signal="in_flight"
        rest="sum"
        emptyText="No value in this range."
      />
    </div>
  )
}

/** The same list again while it says the same, so that charts are not prepared anew. */
function useStable<T>(list: readonly T[]): readonly T[] {
  const text = JSON.stringify(list)
  // oxlint-disable-next-line react/exhaustive-deps -- the text stands for the list
  return useMemo(() => list, [text])
}
