import { healthThresholds } from '@/domain/health/thresholds'
import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { isNumberless, numberlessText } from '@/panels/charts/drawnSeries'
import { driftLimits } from '@/panels/charts/limits'
import { mapLoadable } from '@/panels/charts/mapLoadable'
import { rangeText } from '@/panels/charts/rangeText'
import { useSignal } from '@/panels/charts/useSignal'
import { useTimeRange } from '@/panels/timeControls'
import { useClock } from '@/ui/clock'
import { versionLabel } from '@/ui/format/versions'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { driftRows } from './driftRows'
import { DriftTable } from './DriftTable'

export interface DriftPanelProps {
  model: ServedModel | null
  champion: string | null
  policy: PolicyLayers
}

/** How far each input of the champion has moved from its training data, worst first. */
export function DriftPanel({ model, champion, policy }: DriftPanelProps) {
  const { state, ...why } = useSignal('drift', model, { by: champion === null ? 'model' : 'version' })
  const [range] = useTimeRange()
  const clock = useClock()
  const rows = state.data && driftRows(state.data, champion, healthThresholds(policy).drift)
  const limits = driftLimits(policy)
  return (
    <PanelFrame
      title="Input drift"
      unit={champion === null ? 'of all versions' : `of ${versionLabel(champion)}`}
      state={mapLoadable(state, rows)}
      {...why}
      isEmpty={(all) => all.every(({ now }) => now === null)}
      emptyText={
        state.data && isNumberless(state.data) ? (
          numberlessText
        ) : (
          <>
            No input of this version was compared with its training data in this range. Export <code>model_drift</code> with the labels feature and
            stat.
          </>
        )
      }
      minHeight={200}
      queryText={state.data?.query}
      notes={[
        ...(limits.note === null ? [] : [`${limits.note} PSI below 0.1 is a usual wobble.`]),
        ...(state.data?.notes ?? []),
      ]}
    >
      {(all) => <DriftTable rows={all} range={rangeText(range, clock.now())} />}
    </PanelFrame>
  )
}
