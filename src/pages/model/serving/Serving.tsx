import { ModelAlertsPanel } from '@/panels/alerts/ModelAlertsPanel'
import { CanaryPanel } from '@/panels/canary/CanaryPanel'
import { errorLimits } from '@/panels/charts/limits'
import { ChartOptions } from '@/panels/charts/ChartOptions'
import { chooseVersions } from '@/panels/charts/versionChoice'
import { useChosenVersions } from '@/panels/charts/chosenVersions'
import { useAfterCharts } from '@/panels/charts/useChartsWaiting'
import { chartedModel } from '@/panels/charts/chartedModel'
import { hasValues, isNumberless, numberlessText } from '@/panels/charts/drawnSeries'
import { rangeText } from '@/panels/charts/rangeText'
import { RangeBack } from '@/panels/charts/RangeBack'
import { useReleaseMarkers } from '@/panels/charts/useReleaseMarkers'
import { useSignal } from '@/panels/charts/useSignal'
import { useVersionOrder } from '@/panels/charts/useVersionOrder'
import { useZoom } from '@/panels/charts/useZoom'
import { VersionPicker } from '@/panels/charts/VersionPicker'
import { SloPanel } from '@/panels/slo/SloPanel'
import { useTimeRange } from '@/panels/timeControls'
import type { ModelOutlet } from '@/pages/model/outlet'
import { useSources } from '@/queries/sources'
import { SeriesColours } from '@/ui/charts/SeriesColours'
import { useClock } from '@/ui/clock'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { NoRequests } from './NoRequests'
import { CapacitySection } from './operations/CapacitySection'
import { KindSections } from './operations/KindSections'
import { ServingCharts } from './ServingCharts'
import { ServingFigures } from './ServingFigures'
import styles from './ServingTab.module.css'

/** Request rate, error rate, latency and requests in flight of one model, by version, on one time axis. */
export function Serving({ registry, name, state }: ModelOutlet) {
  const sources = useSources()
  const clock = useClock()
  const [range] = useTimeRange()
  const model = state.data
  const { served, champion, challenger } = chartedModel(registry, { source: registry.id, name }, state)
  const policy = { model: model?.policy, deployment: sources.policy }
  const rate = useSignal('request_rate', served)
  const [chosen, choose] = useChosenVersions()
  const choice = chooseVersions({ set: rate.state.data, failed: rate.state.error != null || rate.notSupported !== undefined, champion, challenger, chosen })
  const releases = useReleaseMarkers(registry, name)
  const { zoom, back } = useZoom()
  const seen = rate.state.data?.series.flatMap(({ subject }) => subject.version ?? []) ?? []
  const order = useVersionOrder({ registry, name, model, champion, challenger, seen })
  const unlabelled = seen.length === 0 && (rate.state.data?.series.length ?? 0) > 0
  const known = rate.notConfigured === undefined
  const silent = rate.state.data !== undefined && !hasValues(rate.state.data)
  const kind = model?.servingKind ?? null
  // A batch model may be called as well, but nobody expects it: what fails or loads is not shown as missing.
  const requests = kind !== 'batch' || (rate.state.data !== undefined && !silent)
  const called = requests && !silent
  const charted = useAfterCharts(!rate.state.isPending)
  const operations = { model: served, choice, champion, markers: releases.markers, onZoom: zoom }

  return (
    <SeriesColours versions={order}>
      <div className={styles['tab']}>
        <h2 className="sr-only">Serving</h2>
        {served && <ModelAlertsPanel model={served} />}
        {known && requests && !(silent && range.kind === 'relative') && (
          <ServingFigures model={served} champion={champion} changes={releases.error ? [] : releases.changes} policy={policy} charted={!rate.state.isPending} />
        )}
        {(called || back !== null) && (
          <div className={styles['bar']}>
            {called && (
              <VersionPicker choice={choice} champion={champion} challenger={challenger} unit="per_second" onChoose={choose} chosen={chosen !== null} />
            )}
            <RangeBack back={back} />
            {called && <ChartOptions />}
          </div>
        )}
        {releases.error && (
          <p className={styles['trouble']} role="alert">
            Releases are not marked. <InlineFailure error={releases.error} onRetry={releases.retry} />
          </p>
        )}
        {unlabelled && (
          <p className={styles['trouble']}>
            Versions are not told apart: the metrics carry no version label. Export one, and name it in config.json under “labels”, as in{' '}
            <code>{'{ "version": "version" }'}</code>.
          </p>
        )}
        <KindSections {...operations} kind={kind} />
        {!requests ? null : silent ? (
          <PanelFrame
            title="Requests"
            state={rate.state}
            isEmpty={() => true}
            emptyText={rate.state.data && isNumberless(rate.state.data) ? numberlessText : <NoRequests name={name} range={rangeText(range, clock.now())} />}
            minHeight={160}
            queryText={rate.state.data?.query}
            notes={rate.state.data?.notes}
          >
            {() => null}
          </PanelFrame>
        ) : (
          <ServingCharts
            model={served}
            champion={champion}
            challenger={challenger}
            choice={choice}
            rates={rate.state.data}
            markers={releases.markers}
            policy={policy}
            errorLimit={errorLimits(policy)}
            onZoom={zoom}
          />
        )}
        {known && called && (
          <>
            <SloPanel model={served} policy={policy} enabled={!rate.state.isPending} />
            <CanaryPanel model={served} champion={champion} challenger={challenger} policy={policy} />
          </>
        )}
        <CapacitySection {...operations} enabled={charted} withoutQueue={kind === 'asynchronous'} />
      </div>
    </SeriesColours>
  )
}
