import { useMemo } from 'react'
import { healthThresholds } from '@/domain/health/thresholds'
import type { HeadlineMetric } from '@/domain/metric'
import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { metricLabel } from '@/domain/quality/metricTable'
import { lastSample } from '@/domain/samples'
import type { SeriesSet } from '@/domain/series'
import { drawnSeries, hasValues, isNumberless, listOf, numberlessText, restName } from '@/panels/charts/drawnSeries'
import { scoreLimits } from '@/panels/charts/limits'
import { mapLoadable } from '@/panels/charts/mapLoadable'
import { measureSupport } from '@/panels/charts/measureSupport'
import { scoreLayer, windowsOf } from '@/panels/charts/scoreBands'
import { TimePanel, type TimePanelLook } from '@/panels/charts/TimePanel'
import { useSignal } from '@/panels/charts/useSignal'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import type { ChartInput, ChartMarker } from '@/ui/charts/chartInput'
import { countText } from '@/ui/format/numbers'
import { versionLabel } from '@/ui/format/versions'

export interface LiveScorePanelProps extends Pick<TimePanelLook, 'onZoom'> {
  metric: HeadlineMetric
  model: ServedModel | null
  champion: string | null
  choice: VersionChoice
  /** Labelled predictions by version; `undefined`: not known. */
  support: SeriesSet | undefined
  markers: readonly ChartMarker[]
  policy: PolicyLayers
}

/** One measure over time as labels come back, with its interval where the number of labels is known. */
export function LiveScorePanel({ metric, model, champion, choice, support, markers, policy, onZoom }: LiveScorePanelProps) {
  const { state, ...why } = useSignal(`quality_${metric}`, model)
  const { data } = state
  // The panels beside this one ask the same, so this costs nothing more.
  const accuracy = useSignal('quality_accuracy', model).state.data
  const precision = useSignal('quality_precision', model).state.data
  const recall = useSignal('quality_recall', model).state.data
  const cases = useMemo(
    () => measureSupport(metric, { samples: support, accuracy, precision, recall }),
    [metric, support, accuracy, precision, recall],
  )
  const drawn = choice.drawn.join('\n')
  const limits = scoreLimits(policy, metric)
  const lines = JSON.stringify(limits.thresholds)
  const input = useMemo(
    (): ChartInput | undefined =>
      data && {
        layers: [scoreLayer(drawnSeries(data, listOf(drawn), 'leave-out'), cases)],
        champion,
        rest: restName,
        thresholds: limits.thresholds,
        markers,
      },
    // oxlint-disable-next-line react/exhaustive-deps -- the text stands for the list of limits
    [data, cases, drawn, champion, lines, markers],
  )
  const least = healthThresholds(policy).quality[metric].minSamples
  return (
    <TimePanel
      title={metricLabel(metric)}
      unit="over time"
      about={model === null ? undefined : { signal: `quality_${metric}`, model: model.ref.name, version: champion }}
      state={mapLoadable(state, input)}
      {...why}
      syncId="quality"
      onZoom={onZoom}
      height={180}
      emptyText={
        data && isNumberless(data) ? (
          numberlessText
        ) : (
          <>
            No labelled prediction of this model was scored in this range. Export <code>model_quality</code> with the label metric=“{metric}” once
            labels come back.
          </>
        )
      }
      notes={[...windowNotes(data), ...supportNotes(support, cases, choice.drawn, least), ...(limits.note === null ? [] : [limits.note])]}
    />
  )
}

function windowNotes(set: SeriesSet | undefined): string[] {
  const windows = set === undefined || !hasValues(set) ? [] : windowsOf(set)
  return windows.length === 0 ? [] : [`Each point covers the ${windows.join(' or ')} before it.`]
}

/** Of each drawn version, how many cases its newest value rests on, and of how many labelled predictions. */
function supportNotes(
  support: SeriesSet | undefined,
  cases: SeriesSet | undefined,
  drawn: readonly string[],
  least: number,
): string[] {
  if (support === undefined) return ['How many labelled predictions each value rests on is not known: no interval is drawn.']
  const counts = support.series.flatMap(({ subject: { version }, samples }) => {
    const all = lastSample(samples)?.value
    if (all === undefined || version === null || !drawn.includes(version)) return []
    const own = lastSample(cases?.series.find(({ subject }) => subject.version === version)?.samples ?? [])?.value
    const n = own === undefined || own === all ? countText(all) : `${countText(own)} of ${countText(all)} labelled`
    const few = all < least ? `, too few to judge (below ${countText(least)} labelled)` : ''
    return [`${versionLabel(version)}: n = ${n}${few}`]
  })
  return counts.length === 0 ? [] : [`${counts.join(' · ')}.`]
}
