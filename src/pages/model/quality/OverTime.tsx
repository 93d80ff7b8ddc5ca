import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { hasValues } from '@/panels/charts/drawnSeries'
import type { SignalAnswer } from '@/panels/charts/useSignal'
import type { TimePanelLook } from '@/panels/charts/TimePanel'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import { useMonitoring } from '@/queries/sources'
import type { ChartMarker } from '@/ui/charts/chartInput'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { LiveScorePanel } from './LiveScorePanel'
import { liveNotes } from './liveNotes'
import { headlineOrder, type Measures } from './measures'
import styles from './QualityTab.module.css'

export interface OverTimeProps extends Pick<TimePanelLook, 'onZoom'> {
  model: ServedModel | null
  champion: string | null
  measures: Measures
  choice: VersionChoice
  support: SignalAnswer
  markers: readonly ChartMarker[]
  policy: PolicyLayers
}

/** The four measures in production, as labels come back. */
export function OverTime({ measures, support, ...shared }: OverTimeProps) {
  const monitoring = useMonitoring()
  if (measures.task === 'regression') {
    return (
      <PanelFrame
        title="Measures over time"
        state={support.state}
        notConfigured={support.notConfigured}
        notSupported={{
          source: monitoring?.id ?? 'monitoring',
          reason:
            'Its signals are accuracy, precision, recall and F1 of classifiers; the errors of a regression over time are not among them. “By version” shows what the runs logged.',
        }}
        minHeight={160}
      >
        {() => null}
      </PanelFrame>
    )
  }
  return (
    <>
      <div className={styles['multiples']}>
        {headlineOrder.map((metric) => (
          <LiveScorePanel key={metric} metric={metric} {...shared} support={support.state.data} />
        ))}
      </div>
      {support.state.data !== undefined && hasValues(support.state.data) && (
        <ul className={styles['notes']}>
          {liveNotes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  )
}
