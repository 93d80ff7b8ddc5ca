import { useQueries } from '@tanstack/react-query'
import { modelPath } from '@/domain/address'
import type { PlacedChange } from '@/domain/change'
import { productionOf } from '@/domain/lifecycle'
import type { EpochMs } from '@/domain/time'
import { VersionLink } from '@/panels/history/VersionLink'
import { modelsQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import { AppLink } from '@/ui/AppLink'
import { useNow } from '@/ui/clock'
import { Absent } from '@/ui/figures/Absent'
import { Timestamp } from '@/ui/figures/Timestamp'
import { exactTime } from '@/ui/format/times'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import type { Column } from '@/ui/table/column'
import { DataTable } from '@/ui/table/DataTable'
import styles from './HistoryPage.module.css'
import { thenKey, thenRows, type ThenRow } from './thenRows'

export interface ProductionThenProps {
  changes: readonly PlacedChange[]
  at: EpochMs
}

/** What was in production at a moment, a row a model, by the records. */
export function ProductionThen({ changes, at }: ProductionThenProps) {
  const { registries } = useSources()
  const lists = useQueries({ queries: registries.map((registry) => modelsQuery(registry, '', 1)) })
  if (at > useNow()) return <p className={styles['quiet']}>That is still to come: no record speaks of it.</p>
  const current = new Map(
    lists.flatMap(({ data }, index) =>
      (data?.models ?? []).map((model) => {
        const names = registries[index]?.aliasNames
        return [thenKey(model.ref), names ? (productionOf(model, names)?.version ?? null) : null] as const
      }),
    ),
  )
  const rows = thenRows(changes, at, current)
  const unknown = [...current.keys()].filter((key) => !rows.some(({ model }) => thenKey(model) === key)).length
  return (
    <section>
      <SectionHeading note={exactTime(at)}>In production then</SectionHeading>
      <DataTable
        name="In production then"
        columns={columns}
        rows={rows}
        rowKey={({ model }) => thenKey(model)}
        rowName={({ model }) => model.name}
        detail={({ past }) => (past.complete ? null : past.notes.join(' '))}
        empty={<p className={styles['quiet']}>No decision is recorded, so the records know nothing of that time.</p>}
      />
      {unknown > 0 && (
        <p className={styles['quiet']}>
          Of {unknown === 1 ? '1 further model' : `${unknown} further models`} no decision is recorded: what served then is not known.
        </p>
      )}
    </section>
  )
}

const columns: readonly Column<ThenRow>[] = [
  {
    id: 'model',
    header: 'Model',
    width: 220,
    grow: true,
    rowHeader: true,
    cell: ({ model }) => (
      <AppLink to={modelPath(model, 'history')}>
        <bdi>{model.name}</bdi>
      </AppLink>
    ),
  },
  {
    id: 'version',
    header: 'Production',
    width: 110,
    cell: ({ model, past }) =>
      past.version === null ? (
        <Absent reason={past.complete ? 'Nothing was in production.' : 'The records do not say what was in production.'} />
      ) : (
        <VersionLink version={{ ...model, version: past.version }} />
      ),
  },
  {
    id: 'since',
    header: 'Since',
    width: 220,
    priority: 3,
    numeric: true,
    cell: ({ past }) => <Timestamp at={past.since} form="exact" plain={past.since !== null} absent="Since before the first record." />,
  },
  {
    id: 'until',
    header: 'Until',
    width: 220,
    priority: 4,
    numeric: true,
    cell: ({ past }) => <Timestamp at={past.until} form="exact" plain={past.until !== null} absent="No record ends it." />,
  },
]
