import { useCallback, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useIdentity } from '@/queries/identity'
import { useMonitoring, useSources } from '@/queries/sources'
import { useTimeRange } from '@/panels/timeControls'
import { modelPath } from '@/domain/address'
import { headline } from '@/domain/health/assess'
import { useAddressParams } from '@/ui/addressParams'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { EmptyState } from '@/ui/layout/EmptyState'
import { Button } from '@/ui/controls/Button'
import { DataTable } from '@/ui/table/DataTable'
import { sortText } from '@/ui/table/column'
import { withStickyParams } from '@/ui/stickyParams'
import { ColumnChooser } from './ColumnChooser'
import { modelColumns } from './columns'
import { FilterBar } from './FilterBar'
import { isFiltered, parseListQuery, writeListQuery, type ListQuery } from './listQuery'
import { LiveTrouble } from './LiveTrouble'
import { compareRows, isShown, type ModelRow } from './modelRow'
import { NoProduction } from './NoProduction'
import { usePins } from './pins'
import { RowReason } from './RowReason'
import { rangeWords, useSparks } from './sparks'
import { useStableOrder } from './stableOrder'
import { SummaryTiles } from './SummaryTiles'
import { useHiddenColumns } from './hiddenColumns'
import { useModelRows } from './useModelRows'
import styles from './ModelsPage.module.css'

/** `/models`: every registered model, what needs a person first. */
export function ModelsPage() {
  const [params, changeParams] = useAddressParams()
  const query = parseListQuery(params)
  const change = (next: Partial<ListQuery>, replace = false) => changeParams((after) => writeListQuery(after, next), { step: !replace })
  const { registries } = useSources()

  return (
    <>
      <title>Models · Modeldeck</title>
      <h1 className="sr-only">Models</h1>
      {registries.length === 0 ? (
        <EmptyState title="Not configured">
          config.json names no registry: add one under “sources”, for example {'{ "id": "mlflow", "type": "mlflow", "url": "/proxy/mlflow" }'}.
        </EmptyState>
      ) : (
        <ModelList query={query} change={change} />
      )}
    </>
  )
}

function ModelList({ query, change }: { query: ListQuery; change: (next: Partial<ListQuery>, replace?: boolean) => void }) {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const monitoring = useMonitoring()
  const person = usePerson()
  const { pins, togglePin } = usePins()
  const [pages, setPages] = useState(1)
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set())
  const { rows, fleet, alerts, more, state, failed } = useModelRows(pages, drawn, pins)
  const [range] = useTimeRange()
  const sparks = useSparks(rows, drawn, range)
  const [hidden, setHidden] = useHiddenColumns()

  const shown = rows.filter((row) => isShown(row, query, person))
  const wanted = shown.toSorted((a, b) => compareRows(a, b, query)).map((row) => row.key)
  const question = JSON.stringify(query)
  const settled = rows.length > 0 && !fleet.isPending && !alerts.isPending && rows.some((row) => row.standing !== undefined)
  const { order, moved, sortAgain } = useStableOrder(wanted, question + [...pins].join(), settled)
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const ordered = order.flatMap((key) => byKey.get(key) ?? [])

  const orderText = order.join('\n')
  const onDrawn = useCallback(
    (first: number, end: number) => setDrawn(new Set(orderText.split('\n').slice(first, end))),
    [orderText],
  )
  const noFigure = (row: ModelRow) => {
    if (monitoring === null) return 'Not configured: config.json names no monitoring.'
    if (fleet.error) return `${monitoring.id} failed: ${fleet.error.message}`
    if (fleet.isPending && row.figures === undefined) return `${monitoring.id} is being asked.`
    return `${monitoring.id} has no data of this model.`
  }
  const columns = modelColumns({ togglePin, noFigure, sparks, rangeWords: rangeWords(range) })
  const choosable = columns.filter((column) => column.rowHeader !== true && column.id !== 'status')

  return (
    <>
      <SummaryTiles rows={rows} query={query} onChange={change} isPending={fleet.isPending} hasMonitoring={monitoring !== null} />
      <LiveTrouble fleet={fleet} alerts={alerts} failed={rows.length > 0 ? failed : []} />
      <NoProduction rows={rows} />
      <FilterBar query={query} rows={rows} shown={ordered.length} person={person} onChange={change}>
        {moved > 0 && (
          <Button size="small" onClick={sortAgain}>
            {moved} changed: sort again
          </Button>
        )}
        <ColumnChooser columns={choosable} hidden={hidden} onChange={setHidden} />
      </FilterBar>
      <PanelFrame title="Registered models" headingLevel={2} variant="bare" minHeight={480} state={state}>
        {() => (
          <DataTable
            name="Models"
            columns={columns.filter((column) => !hidden.has(column.id))}
            rows={ordered}
            rowKey={(row) => row.key}
            rowName={(row) => row.model.ref.name}
            sort={query.sort}
            onSort={(sort) => change({ sort: parseListQuery(new URLSearchParams({ sort: sortText(sort) })).sort })}
            onOpen={(row) => void navigate(withStickyParams(modelPath(row.model.ref), params))}
            detail={(row) => (headline(row.health) === '' && row.health.hints.length === 0 && row.request === null ? null : <RowReason row={row} />)}
            tone={({ health }) => (health.status === 'failing' || health.status === 'at-risk' ? health.status : null)}
            onDrawn={onDrawn}
            empty={
              isFiltered(query) ? (
                <EmptyState
                  title="No model matches"
                  action={<Button onClick={() => change(parseListQuery(new URLSearchParams()))}>Clear all filters</Button>}
                />
              ) : (
                <EmptyState title="Nothing here yet">A model appears as soon as the registry has one.</EmptyState>
              )
            }
          />
        )}
      </PanelFrame>
      {more && (
        <p className={styles['more']}>
          The first {rows.length} models are loaded; order and filters know only these.{' '}
          <Button size="small" onClick={() => setPages(pages + 1)}>
            Load more
          </Button>
        </p>
      )}
    </>
  )
}

/** Whom *Mine* means: the person as the first registry knows them. */
function usePerson(): string | null {
  const [registry] = useSources().registries
  if (!registry) throw new Error('The list is drawn only where there is a registry.')
  return useIdentity(registry)?.name ?? null
}
