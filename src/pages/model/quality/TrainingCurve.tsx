import { skipToken, useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import type { ModelTask } from '@/domain/model'
import type { MetricPoint } from '@/domain/run'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import type { RegistrySource } from '@/ports/registry'
import { metricHistoryQuery } from '@/queries/registry'
import { CurveChart } from '@/ui/charts/CurveChart'
import { seriesStyle, VersionPlaces } from '@/ui/charts/seriesStyle'
import { significant } from '@/ui/format/numbers'
import { versionLabel } from '@/ui/format/versions'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { CurveTable } from './CurveTable'
import { curveMetrics, defaultCurve, isStepped } from './curveChoice'
import styles from './QualityTab.module.css'
import type { MeasuredVersions } from './useMeasuredVersions'
import { useAddressChoice } from './useAddressChoice'

export interface TrainingCurveProps {
  registry: RegistrySource
  measured: MeasuredVersions
  /** Drawn until someone chooses. */
  champion: string | null
  task: ModelTask | null
}

const height = 260

/** One metric of one version over the steps of its training. */
export function TrainingCurve({ registry, measured: { state }, champion, task }: TrainingCurveProps) {
  const places = useContext(VersionPlaces)
  const [choice, choose] = useAddressChoice(['curve', 'metric'])
  const withRun = state.data?.toReversed().filter(({ run }) => run !== null) ?? []
  const chosen =
    withRun.find(({ version }) => version.ref.version === choice.curve) ??
    withRun.find(({ version }) => version.ref.version === champion) ??
    withRun[0]
  const run = chosen?.run ?? null
  const metrics = run === null ? [] : curveMetrics(run)
  const key = run && (metrics.some((metric) => metric.key === choice.metric) ? (choice.metric ?? null) : defaultCurve(run, task))
  const history = useQuery(
    run && key !== null
      ? metricHistoryQuery(registry, run.id, key)
      : { queryKey: ['registry', 'no curve'], queryFn: skipToken },
  )
  const name = chosen?.version.ref.version ?? ''
  const asked = run !== null && key !== null
  const points: readonly MetricPoint[] | undefined = asked ? history.data : state.data && []

  return (
    <PanelFrame
      title="Training curve"
      state={asked ? history : joinLoadables([state], points)}
      isEmpty={(all) => all.length < 2}
      emptyText={<NoCurve metric={key} version={name} points={points ?? []} />}
      minHeight={height}
      tableView={(all) => <CurveTable measure={key ?? ''} points={all} />}
      actions={
        asked && (
          <>
            <label className={styles['field']}>
              <span className="sr-only">Version of the curve</span>
              <select value={name} onChange={(event) => choose({ curve: event.target.value })}>
                {withRun.map(({ version: { ref } }) => (
                  <option key={ref.version} value={ref.version}>
                    {versionLabel(ref.version)}
                  </option>
                ))}
              </select>
            </label>
            <label className={styles['field']}>
              <span className="sr-only">Metric of the curve</span>
              <select value={key} onChange={(event) => choose({ metric: event.target.value })}>
                {metrics.map((metric) => (
                  <option key={metric.key} value={metric.key}>
                    {metric.key}
                    {isStepped(metric) ? '' : ' (once)'}
                  </option>
                ))}
              </select>
            </label>
          </>
        )
      }
    >
      {(all) => <CurveChart measure={key ?? ''} points={all} color={seriesStyle(places.get(name) ?? 0).color} height={height} />}
    </PanelFrame>
  )
}

function NoCurve({ metric, version, points }: { metric: string | null; version: string; points: readonly MetricPoint[] }) {
  if (metric === null) return 'No version has a run with metrics.'
  const [only] = points
  const value = only?.value == null ? 'not a number' : significant(only.value, 4)
  return (
    <>
      {versionLabel(version)} logged <code>{metric}</code> {only === undefined ? 'without a history' : `once: ${value}`}. A curve needs a value a
      step: <code>mlflow.log_metric(“{metric}”, value, step=…)</code>.
    </>
  )
}
