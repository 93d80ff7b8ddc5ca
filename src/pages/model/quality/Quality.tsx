import { chartedModel } from '@/panels/charts/chartedModel'
import { useChosenVersions } from '@/panels/charts/chosenVersions'
import { RangeBack } from '@/panels/charts/RangeBack'
import { useReleaseMarkers } from '@/panels/charts/useReleaseMarkers'
import { useSignal } from '@/panels/charts/useSignal'
import { useVersionOrder } from '@/panels/charts/useVersionOrder'
import { useZoom } from '@/panels/charts/useZoom'
import { chooseVersions } from '@/panels/charts/versionChoice'
import { ZoneSwitch } from '@/panels/charts/ZoneSwitch'
import { VersionPicker } from '@/panels/charts/VersionPicker'
import type { ModelOutlet } from '@/pages/model/outlet'
import { useSources } from '@/queries/sources'
import { SeriesColours } from '@/ui/charts/SeriesColours'
import { Segments } from '@/ui/controls/Segments'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { ByVersion } from './ByVersion'
import { DriftPanel } from './DriftPanel'
import { EvaluationSection } from './EvaluationSection'
import { measuresOf } from './measures'
import { OverTime } from './OverTime'
import styles from './QualityTab.module.css'
import { TrainingCurve } from './TrainingCurve'
import { useAddressChoice } from './useAddressChoice'
import { useMeasuredVersions } from './useMeasuredVersions'
import { VersionKey } from './VersionKey'

const views = [
  { value: 'version', label: 'By version' },
  { value: 'time', label: 'Over time' },
] as const

/** How good the versions of a model are: as their runs logged it, and as labels that come back show it. */
export function Quality({ registry, name, state }: ModelOutlet) {
  const sources = useSources()
  const model = state.data
  const ref = { source: registry.id, name }
  const { served, champion, challenger } = chartedModel(registry, ref, state)
  const policy = { model: model?.policy, deployment: sources.policy }
  const [{ by }, choose] = useAddressChoice(['by'])
  const overTime = by === 'time'

  const measured = useMeasuredVersions(registry, name, state)
  const logged = measured.state.data?.flatMap(({ run }) => run?.quality ?? [])
  const measures = measuresOf(model?.task ?? null, logged)
  const releases = useReleaseMarkers(registry, name)

  const support = useSignal('quality_samples', served, { enabled: overTime })
  const [chosen, chooseDrawn] = useChosenVersions()
  const choice = chooseVersions({ set: support.state.data, failed: support.state.error != null || support.notSupported !== undefined, champion, challenger, chosen })
  const { zoom, back } = useZoom()
  const seen = support.state.data?.series.flatMap(({ subject }) => subject.version ?? []) ?? []
  const order = useVersionOrder({ registry, name, model, champion, challenger, seen })

  return (
    <SeriesColours versions={order}>
      <div className={styles['tab']}>
        <h2 className="sr-only">Quality</h2>
        <div className={styles['bar']}>
          <Segments label="Compare" options={views} value={overTime ? 'time' : 'version'} onChange={(value) => choose({ by: value })} />
          {overTime && measures.task !== 'regression' && (
            <VersionPicker choice={choice} champion={champion} challenger={challenger} unit="count" onChoose={chooseDrawn} chosen={chosen !== null} />
          )}
          {!overTime && <VersionKey />}
          {overTime && <RangeBack back={back} />}
          {overTime && <ZoneSwitch />}
        </div>
        {releases.error && (
          <p className={styles['trouble']} role="alert">
            Promotions are not marked. <InlineFailure error={releases.error} onRetry={releases.retry} />
          </p>
        )}
        {overTime ? (
          <OverTime
            model={served}
            champion={champion}
            measures={measures}
            choice={choice}
            support={support}
            markers={releases.markers}
            policy={policy}
            onZoom={zoom}
          />
        ) : (
          <ByVersion
            model={ref}
            measured={measured}
            measures={measures}
            context={{ champion, challenger, changes: releases.changes ?? [] }}
            policy={policy}
          />
        )}
        <div className={styles['pair']}>
          <TrainingCurve registry={registry} measured={measured} champion={champion} task={measures.task} />
          <DriftPanel model={served} champion={champion} policy={policy} />
        </div>
        <EvaluationSection registry={registry} measured={measured} champion={champion} />
      </div>
    </SeriesColours>
  )
}
