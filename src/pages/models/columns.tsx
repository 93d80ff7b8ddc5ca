import { modelPath } from '@/domain/address'
import { headlineMetrics, type HeadlineMetric } from '@/domain/metric'
import { higherIsBetter, metricLabel } from '@/domain/quality/metricTable'
import type { SignalName } from '@/domain/signal'
import { signalUnits } from '@/domain/signal'
import { AppLink } from '@/ui/AppLink'
import { RoleBadge } from '@/ui/badges/RoleBadge'
import { StatusBadge } from '@/ui/badges/StatusBadge'
import { Sparkline } from '@/ui/charts/Sparkline'
import { Absent } from '@/ui/figures/Absent'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import { Timestamp } from '@/ui/figures/Timestamp'
import type { Column } from '@/ui/table/column'
import type { Sample } from '@/domain/series'
import type { FleetQuestion } from '@/panels/fleetFigures'
import { measureOf, ownMeasure, type ModelRow } from './modelRow'
import { PinButton } from './PinButton'
import styles from './ModelsPage.module.css'

/** What the cells need beside the row. */
export interface ColumnContext {
  togglePin: (key: string) => void
  /** Why a live figure may be missing: a sentence. */
  noFigure: (row: ModelRow) => string
  sparks: ReadonlyMap<string, readonly Sample[]>
  /** `24 h`, the range of the sparkline. */
  rangeWords: string
}

/** The columns of /models; the important ones stay on narrow screens. */
export function modelColumns(context: ColumnContext): readonly Column<ModelRow>[] {
  return [
    { id: 'status', header: 'Status', width: 96, cell: (row) => <StatusBadge status={row.health.status} /> },
    {
      id: 'name',
      header: 'Model',
      sortKey: 'name',
      width: 220,
      grow: true,
      rowHeader: true,
      cell: (row) => <NameCell row={row} togglePin={context.togglePin} />,
    },
    { id: 'production', header: 'Production', width: 108, priority: 2, cell: (row) => <ProductionCell row={row} /> },
    ...headlineMetrics.map((metric) => metricColumn(metric)),
    liveColumn('rate', 'request_rate', 'Requests', 2, context),
    liveColumn('errors', 'error_ratio', 'Errors', 2, context),
    liveColumn('p95', 'latency_p95', 'p95', 3, context),
    {
      id: 'spark',
      header: context.rangeWords,
      hint: `Requests over the last ${context.rangeWords}`,
      width: 100,
      priority: 4,
      cell: (row) => {
        const samples = context.sparks.get(row.key)
        if (!samples) return null
        return <Sparkline samples={samples} unit="per_second" label={`Requests, ${context.rangeWords}`} />
      },
    },
    {
      id: 'owner',
      header: 'Owner',
      sortKey: 'owner',
      width: 116,
      priority: 4,
      cell: ({ model }) => (model.owner === null ? <Absent reason="Nobody is named as its owner." /> : <span className={styles['owner']}>{model.owner}</span>),
    },
    {
      id: 'updated',
      header: 'Updated',
      hint: 'When the registry last changed it; MLflow does not count aliases and tags of versions',
      sortKey: 'updated',
      sortDescendingFirst: true,
      width: 84,
      priority: 5,
      numeric: true,
      cell: ({ model }) => <Timestamp at={model.updatedAt} form="short" />,
    },
  ]
}

function NameCell({ row, togglePin }: { row: ModelRow; togglePin: (key: string) => void }) {
  const { ref, problems } = row.model
  return (
    <span className={styles['name']}>
      <AppLink to={modelPath(ref)} className={styles['link']} title={ref.name}>
        <bdi>{ref.name}</bdi>
      </AppLink>
      {problems.length > 0 && (
        <span className={styles['problem']} title={problems.map(({ field, message }) => `${field}: ${message}`).join('\n')}>
          {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
        </span>
      )}
      <PinButton name={ref.name} pinned={row.pinned} onToggle={() => togglePin(row.key)} />
    </span>
  )
}

function ProductionCell({ row }: { row: ModelRow }) {
  const { production, standing, hasCandidate } = row
  if (production === null) {
    return <Absent reason={hasCandidate ? 'No production version; a candidate waits.' : 'No version is marked as production.'} />
  }
  const since = standing?.champion?.changes.find(({ status }) => status === 'done')?.at ?? null
  return (
    <span className={styles['production']}>
      <RoleBadge role="champion" label={`v${production.version}`} title={`by ${production.by}`} />
      {since !== null && <Timestamp at={since} form="short" plain />}
    </span>
  )
}

function metricColumn(metric: HeadlineMetric): Column<ModelRow> {
  const isFirst = metric === 'f1'
  return {
    id: metric,
    header: metricLabel(metric),
    hint: 'As logged by the run of the production version, with the change against the version before',
    sortKey: metric,
    sortDescendingFirst: true,
    numeric: true,
    width: isFirst ? 168 : 88,
    priority: isFirst ? 2 : 4,
    cell: (row) => <MetricCell row={row} metric={metric} />,
  }
}

function MetricCell({ row, metric }: { row: ModelRow; metric: HeadlineMetric }) {
  if (row.production === null) return <Absent reason="There is no production version to measure." />
  if (row.standing === undefined) return <span className={styles['wait']} />
  const own = metric === 'f1' ? ownMeasure(row) : null
  const shown = own ?? metric
  const measure = measureOf(row, shown)
  if (!measure) return <Absent reason={`The run of version ${row.production.version} logged no ${metricLabel(metric)}.`} />
  const { now, change } = measure
  return (
    <span title={`${now.rawName}${now.split === 'training' ? ' (training data)' : ''}`}>
      {own !== null && <span className={styles['own']}>{metricLabel(own)} </span>}
      <Figure value={now.value} metric={shown} absent={`${now.rawName} was logged, but is not a number.`}>
        {metric === 'f1' && change !== null ? (
          <Delta
            difference={change}
            metric={shown}
            better={higherIsBetter(shown) ? 'higher' : 'lower'}
            against={`against version ${row.standing.previous?.ref.version ?? ''}`}
          />
        ) : undefined}
      </Figure>
    </span>
  )
}

function liveColumn(
  id: FleetQuestion & ('rate' | 'errors' | 'p95'),
  signal: SignalName,
  header: string,
  priority: 2 | 3,
  context: ColumnContext,
): Column<ModelRow> {
  return {
    id,
    header,
    sortKey: id,
    sortDescendingFirst: true,
    numeric: true,
    width: 88,
    priority,
    cell: (row) => {
      const value = row.figures?.[id]
      if (value === undefined && row.figures === undefined) return <Absent reason={context.noFigure(row)} />
      return <Figure value={value ?? null} unit={signalUnits[signal]} absent={context.noFigure(row)} />
    },
  }
}
