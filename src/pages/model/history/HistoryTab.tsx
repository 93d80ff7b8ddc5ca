import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { productionOf } from '@/domain/lifecycle'
import { useModelOutlet } from '@/pages/model/outlet'
import { ExportButtons } from '@/panels/history/ExportButtons'
import { filterChanges, isFiltered, parseHistoryFilter, writeHistoryFilter } from '@/panels/history/historyFilter'
import { HistoryFilterBar } from '@/panels/history/HistoryFilterBar'
import { momentText, parseMoment } from '@/panels/history/localTime'
import { MomentField } from '@/panels/history/MomentField'
import { ProductionThenNote } from '@/panels/history/ProductionThenNote'
import { RecordNote } from '@/panels/history/RecordNote'
import { TimeLine } from '@/panels/history/TimeLine'
import { UnreadableRecords } from '@/panels/history/UnreadableRecords'
import { useRefetchInterval } from '@/panels/timeControls'
import { changesQuery, registryInfoQuery, versionsQuery } from '@/queries/registry'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'
import { Button } from '@/ui/controls/Button'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { EmptyState } from '@/ui/layout/EmptyState'
import styles from './HistoryTab.module.css'
import { unreadableOf } from './unreadable'

/** The tab of decisions: who put what into production when and why, and what the records cannot say. */
export function HistoryTab() {
  const { registry, name, state: modelState } = useModelOutlet()
  const model = modelState.data
  const changes = useQuery({ ...changesQuery(registry, name), refetchInterval: useRefetchInterval() })
  const versions = useInfiniteQuery(versionsQuery(registry, name, model))
  const { data: info } = useQuery(registryInfoQuery(registry))
  const [params, change] = useAddressParams()
  const filter = parseHistoryFilter(params)
  const at = parseMoment(params.get('at'))
  const registrations = params.get('registered') !== 'off'
  const set = (key: string, value: string | null) => change((after) => setOrDelete(after, key, value))

  const loaded = versions.data?.pages.flatMap(({ items }) => items) ?? []
  const current = model && (productionOf(model, registry.aliasNames)?.version ?? null)
  const product = info?.product ?? registry.id
  return (
    <PanelFrame
      title="History"
      state={changes}
      headingLevel={2}
      minHeight={420}
      isEmpty={(all) => all.length === 0 && loaded.length === 0}
      emptyText="Nothing happened here yet. Every promotion, rollback, deprecation and archiving that is decided in Modeldeck appears here, with who, why and what was checked."
    >
      {(all) => {
        const shown = filterChanges(all, filter)
        return (
          <div className={styles['history']}>
            <div className={styles['then']}>
              <MomentField label="What was in production on" at={at} onChange={(next) => set('at', next === null ? null : momentText(next))} />
              {at !== null && <ProductionThenNote model={{ source: registry.id, name }} changes={all} at={at} current={current} />}
            </div>
            <HistoryFilterBar
              filter={filter}
              changes={all}
              shown={shown.length}
              placeholder="Reason, person, version, check"
              onChange={(next) => change((after) => writeHistoryFilter(after, next))}
            >
              <ToggleChip pressed={registrations} onToggle={() => set('registered', registrations ? 'off' : null)}>
                Registrations
              </ToggleChip>
              <ExportButtons changes={shown} of={name} />
            </HistoryFilterBar>
            <UnreadableRecords records={unreadableOf(model, loaded, all)} />
            {all.length === 0 && <p className={styles['none']}>No decision is recorded. What happened before Modeldeck, or beside it, left none.</p>}
            {all.length > 0 && shown.length === 0 ? (
              <EmptyState
                title="No decision matches"
                action={
                  <Button size="small" onClick={() => change((after) => writeHistoryFilter(after, { q: '', actions: [], actor: null }))}>
                    Show all
                  </Button>
                }
              >
                Another word, person or kind may find it.
              </EmptyState>
            ) : (
              <TimeLine changes={shown} versions={registrations && !isFiltered(filter) ? loaded : []} />
            )}
            {registrations && versions.hasNextPage && (
              <p className={styles['more']}>
                Registrations are shown for the newest {loaded.length} versions.{' '}
                <Button size="small" variant="quiet" busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>
                  Load older ones
                </Button>
              </p>
            )}
            <RecordNote product={product} />
          </div>
        )
      }}
    </PanelFrame>
  )
}
