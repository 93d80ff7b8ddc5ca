import type { KnownMetric } from '@/domain/metric'
import { higherIsBetter, metricLabel } from '@/domain/quality/metricTable'
import type { ChartLimits } from '@/panels/charts/limits'
import { mapLoadable } from '@/panels/charts/mapLoadable'
import { LazyVersionChart } from '@/ui/charts/LazyVersionChart'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { MeasuredVersion } from './useMeasuredVersions'
import { VersionMeasureTable } from './VersionMeasureTable'
import { loggedNote, versionScores, type ScoreContext } from './versionScores'

export interface VersionMeasurePanelProps {
  metric: KnownMetric
  state: Loadable<readonly MeasuredVersion[]>
  context: ScoreContext
  /** From the policy; `null`: this measure has none. */
  limits: ChartLimits | null
  onPick: (version: string) => void
}

const height = 180

/** One measure across the versions, as their runs logged it. */
export function VersionMeasurePanel({ metric, state, context, limits, onPick }: VersionMeasurePanelProps) {
  const title = metricLabel(metric)
  const scores = state.data && versionScores(state.data, metric, context)
  const logged = scores && loggedNote(scores)
  return (
    <PanelFrame
      title={title}
      {...(!higherIsBetter(metric) && { unit: 'lower is better' })}
      state={mapLoadable(state, scores)}
      isEmpty={(all) => all.every(({ value }) => value === null)}
      emptyText={`No version logged it under a name that is recognised, such as ${metric} or test_${metric}.`}
      minHeight={height}
      notes={[...(logged == null ? [] : [logged]), ...(limits?.note == null ? [] : [limits.note])]}
      tableView={(all) => <VersionMeasureTable measure={title} metric={metric} scores={all} />}
    >
      {(all) => <LazyVersionChart measure={title} metric={metric} points={all} thresholds={limits?.thresholds ?? []} height={height} onPick={onPick} />}
    </PanelFrame>
  )
}
