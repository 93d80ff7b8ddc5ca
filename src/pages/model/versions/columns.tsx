import type { KnownMetric } from '@/domain/metric'
import { higherIsBetter, metricLabel } from '@/domain/quality/metricTable'
import { signalUnits, type SignalName } from '@/domain/signal'
import type { VersionFigures, VersionLive } from '@/panels/version/useVersionFigures'
import { RequestMark } from '@/panels/requests/RequestMark'
import { VersionMarks } from '@/panels/version/VersionMarks'
import type { RegistrySource } from '@/ports/registry'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import { Timestamp } from '@/ui/figures/Timestamp'
import type { Column } from '@/ui/table/column'
import { MetricCell } from './MetricCell'
import { RunCell } from './RunCell'
import { VersionCell } from './VersionCell'
import { barScale, type VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

export interface ColumnContext {
  registry: RegistrySource
  figures: VersionFigures
  metrics: readonly KnownMetric[]
  rows: readonly VersionRow[]
}

/** The columns of the table of versions; narrow screens keep the first of each kind. */
export function versionColumns({ registry, figures, metrics, rows }: ColumnContext): readonly Column<VersionRow>[] {
  return [
    { id: 'version', header: 'Version', sortKey: 'version', sortDescendingFirst: true, width: 84, rowHeader: true, cell: (row) => <VersionCell row={row} /> },
    {
      id: 'stage',
      header: 'Stage',
      hint: 'Its part now, its aliases, and the registry’s own stage',
      width: 150,
      grow: true,
      cell: (row) => (
        <span className={styles['marks']}>
          <VersionMarks version={row.version} role={row.role} aliasNames={registry.aliasNames} />
          {row.request && <RequestMark request={row.request} />}
        </span>
      ),
    },
    ...metrics.map((metric, index) => metricColumn(metric, index, barScale(metric, rows))),
    ...(figures.configured
      ? [
          liveColumn('rate', 'request_rate', 'Requests', 2, figures),
          liveColumn('errors', 'error_ratio', 'Errors', 3, figures),
          liveColumn('p95', 'latency_p95', 'p95', 3, figures),
        ]
      : []),
    { id: 'commit', header: 'Commit', width: 86, priority: 5, cell: (row) => <Commit row={row} /> },
    { id: 'run', header: 'Run', width: 184, priority: 5, cell: (row) => <RunCell row={row} registry={registry} /> },
    {
      id: 'created',
      header: 'Created',
      sortKey: 'created',
      sortDescendingFirst: true,
      numeric: true,
      width: 84,
      priority: 4,
      cell: ({ version }) => <Timestamp at={version.createdAt} form="short" plain={version.createdAt !== null} />,
    },
  ]
}

function metricColumn(metric: KnownMetric, index: number, scale: number): Column<VersionRow> {
  return {
    id: metric,
    header: metricLabel(metric),
    hint: `As the run logged it; ${higherIsBetter(metric) ? 'higher' : 'lower'} is better`,
    sortKey: metric,
    sortDescendingFirst: higherIsBetter(metric),
    numeric: true,
    width: 88,
    priority: index === 0 ? 1 : 4,
    cell: (row) => <MetricCell row={row} metric={metric} scale={scale} />,
  }
}

function liveColumn(key: keyof VersionLive, signal: SignalName, header: string, priority: 2 | 3, figures: VersionFigures): Column<VersionRow> {
  return {
    id: key,
    header,
    hint: 'Over the last 5 minutes',
    sortKey: key,
    sortDescendingFirst: true,
    numeric: true,
    width: 84,
    priority,
    cell: ({ live }) => (live === undefined ? <span className={styles['wait']} /> : <Figure value={live[key]} unit={signalUnits[signal]} absent={figures.absent} />),
  }
}

function Commit({ row: { run } }: { row: VersionRow }) {
  if (run === undefined) return <span className={styles['wait']} />
  if (run?.commit == null) return <Absent reason="No Git commit was recorded with the run." />
  return <code title={run.commit}>{run.commit.slice(0, 7)}</code>
}
