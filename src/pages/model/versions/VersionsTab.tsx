import { useState } from 'react'
import { useNavigate } from 'react-router'
import { versionPath } from '@/domain/address'
import { useModelOutlet } from '@/pages/model/outlet'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'
import { Button } from '@/ui/controls/Button'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { EmptyState } from '@/ui/layout/EmptyState'
import { withStickyParams } from '@/ui/stickyParams'
import { parseSort, sortText } from '@/ui/table/column'
import { DataTable } from '@/ui/table/DataTable'
import { versionColumns } from './columns'
import { SelectionBar } from './SelectionBar'
import { useVersionRows } from './useVersionRows'
import { VersionFilter } from './VersionFilter'
import { compareRows, isShown, metricColumnsOf } from './versionRow'
import styles from './VersionsTab.module.css'

const noneChosen: ReadonlySet<string> = new Set()

/** The first tab of a model: a row a version. */
export function VersionsTab() {
  const { registry, name, state: modelState } = useModelOutlet()
  const model = modelState.data
  const { state, more, figures, runTrouble } = useVersionRows(registry, name, model)
  const [params, change] = useAddressParams()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState(noneChosen)
  const sort = parseSort(params.get('sort'))
  const choice = { q: params.get('q') ?? '', stage: params.get('stage') ?? '' }
  const set = (next: Readonly<Record<string, string | undefined>>) =>
    change((after) => {
      for (const [key, value = ''] of Object.entries(next)) setOrDelete(after, key, value)
    })
  // Versions are asked for only once the model is there; what stopped it is what stops them.
  const shownState = model === undefined && modelState.error ? { ...modelState, data: undefined } : state

  return (
    <PanelFrame
      title="Versions"
      state={shownState}
      headingLevel={2}
      minHeight={280}
      isEmpty={(rows) => rows.length === 0}
      emptyText="No version is registered yet. The first model that is logged and registered under this name appears here."
      notes={figures.notes}
    >
      {(all) => {
        const rows = all.filter((row) => isShown(row, choice)).toSorted((a, b) => compareRows(a, b, sort))
        const metrics = model ? metricColumnsOf(model, all) : []
        return (
          <>
            <VersionFilter choice={choice} rows={all} shown={rows.length} onChange={set} />
            {figures.error && (
              <p className={styles['trouble']} role="alert">
                Live figures are missing or old. <InlineFailure error={figures.error} onRetry={figures.retry} />
              </p>
            )}
            {runTrouble && (
              <p className={styles['trouble']} role="alert">
                What the runs logged could not be read. <InlineFailure error={runTrouble.error} onRetry={runTrouble.retry} />
              </p>
            )}
            {model && (
              <SelectionBar registry={registry} model={model} rows={all.filter(({ version }) => chosen.has(version.ref.version))} onClear={() => setChosen(noneChosen)} />
            )}
            <DataTable
              name="Versions"
              columns={versionColumns({ registry, figures, metrics, rows: all })}
              rows={rows}
              rowKey={({ version }) => version.ref.version}
              rowName={({ version }) => `version ${version.ref.version}`}
              sort={sort ?? { key: 'version', descending: true }}
              onSort={(next) => set({ sort: next.key === 'version' && next.descending ? '' : sortText(next) })}
              selection={chosen}
              onSelection={setChosen}
              onOpen={({ version }) => void navigate(withStickyParams(versionPath(version.ref), params))}
              empty={
                <EmptyState
                  title="No version matches"
                  action={
                    <Button size="small" onClick={() => set({ q: '', stage: '' })}>
                      Show all
                    </Button>
                  }
                >
                  {more ? `Only the newest ${all.length} were looked through: there are more.` : 'Another word or stage may find it.'}
                </EmptyState>
              }
            />
            <div className={styles['foot']}>
              <span>{more ? `The newest ${all.length} are loaded; there are more. Sorting and filters see only these.` : `${all.length} ${all.length === 1 ? 'version' : 'versions'}`}</span>
              {more && (
                <Button size="small" onClick={more.load} busy={more.loading}>
                  Load more
                </Button>
              )}
              {!figures.configured && <span>No monitoring is configured: what each version serves is not known.</span>}
            </div>
          </>
        )
      }}
    </PanelFrame>
  )
}
