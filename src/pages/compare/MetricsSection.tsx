import { higherIsBetter, metricLabel } from '@/domain/quality/metricTable'
import { supportOf } from '@/domain/quality/support'
import type { ModelTask } from '@/domain/model'
import { RawMetrics } from '@/panels/version/RawMetrics'
import { Figure } from '@/ui/figures/Figure'
import { countText } from '@/ui/format/numbers'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { ComparedLayout } from './compareAddress'
import type { Compared } from './compared'
import { caveats, comparedMetrics, dataCaveat } from './comparedMetrics'
import { ComparedTable, type ComparedRow } from './ComparedTable'
import styles from './ComparePage.module.css'
import { MetricCell } from './MetricCell'

export interface MetricsSectionProps {
  state: Loadable<Compared>
  task: ModelTask | null
  layout: ComparedLayout
}

const mostNotes = 4

/** What was measured of each version, with the difference to the first and how sure it is; the best of each is marked. */
export function MetricsSection({ state, task, layout }: MetricsSectionProps) {
  const runs = state.data?.map(({ run }) => run ?? null) ?? []
  const metrics = comparedMetrics(runs, task)
  const said = caveats(metrics)
  const otherData = dataCaveat(state.data ?? [])
  const hasInterval = metrics.some(({ values }) => values.some(({ comparison }) => comparison?.interval != null))
  const notes = [
    ...(hasInterval ? ['Below a difference: the range that holds it in 95 of 100 such tests, from the number of cases.'] : []),
    ...(otherData === null ? [] : [otherData]),
    ...said.slice(0, mostNotes),
    ...(said.length > mostNotes ? [`${said.length - mostNotes} more are not measured alike.`] : []),
  ]
  return (
    <PanelFrame
      title="Metrics"
      {...(state.data?.[0] && { unit: `against ${state.data[0].label}` })}
      state={state}
      headingLevel={2}
      minHeight={160}
      isEmpty={(compared) => compared.every(({ run }) => run == null)}
      emptyText="No run is known that made these versions, so nothing was measured."
      notes={notes}
    >
      {(compared) => (
        <>
          {metrics.length === 0 && <p className={styles['quiet']}>No run logged a measure that the naming rule recognises.</p>}
          {metrics.length > 0 && <ComparedTable name="Metrics" versions={compared} rows={metricRows(compared, metrics)} layout={layout} />}
          <RawMetrics versions={compared.map(({ name, label, run }) => ({ version: name, label, run: run ?? null }))} />
        </>
      )}
    </PanelFrame>
  )
}

function metricRows(compared: Compared, metrics: ReturnType<typeof comparedMetrics>): readonly ComparedRow[] {
  const against = `against ${compared[0]?.label ?? ''}`
  return [
    ...metrics.map(({ metric, values }): ComparedRow => ({
      key: metric,
      name: metricLabel(metric),
      numeric: true,
      cells: values.map((value, i) => (
        <MetricCell key={compared[i]?.name} value={value} better={higherIsBetter(metric) ? 'higher' : 'lower'} against={against} hasRun={compared[i]?.run != null} />
      )),
    })),
    { key: 'cases', name: 'Cases', numeric: true, cells: compared.map((one) => <Cases key={one.name} {...one} />) },
  ]
}

function Cases({ run }: Compared[number]) {
  const support = run && supportOf(run)
  if (!support) return <Figure value={null} absent="How many cases it was measured on was not logged." />
  return (
    <>
      {countText(support.n)}
      <small className={styles['small']}>
        <bdi>{support.from}</bdi>
      </small>
    </>
  )
}
