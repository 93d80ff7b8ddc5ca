import { ExportButtons } from '@/panels/history/ExportButtons'
import { filterChanges, parseHistoryFilter, writeHistoryFilter } from '@/panels/history/historyFilter'
import { HistoryFilterBar } from '@/panels/history/HistoryFilterBar'
import { momentText, parseMoment } from '@/panels/history/localTime'
import { MomentField } from '@/panels/history/MomentField'
import { RecordNote } from '@/panels/history/RecordNote'
import { TimeLine } from '@/panels/history/TimeLine'
import { UnreadableRecords } from '@/panels/history/UnreadableRecords'
import { useSources } from '@/queries/sources'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'
import { Button } from '@/ui/controls/Button'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { EmptyState } from '@/ui/layout/EmptyState'
import styles from './HistoryPage.module.css'
import { ProductionThen } from './ProductionThen'
import { ReadingProgress } from './ReadingProgress'
import { useAllChanges } from './useAllChanges'

/** `/history`: every decision on every model, found by the records themselves. */
export function HistoryPage() {
  const { registries } = useSources()
  const { state, reading, stop, readOn, troubles } = useAllChanges()
  const [params, change] = useAddressParams()
  const filter = parseHistoryFilter(params)
  const at = parseMoment(params.get('at'))
  const setMoment = (moment: number | null) => change((after) => setOrDelete(after, 'at', moment === null ? null : momentText(moment)))
  return (
    <div className={styles['page']}>
      <title>History · Modeldeck</title>
      <h1>History</h1>
      <PanelFrame
        title="Decisions"
        state={state}
        headingLevel={2}
        minHeight={420}
        notConfigured={registries.length === 0 ? 'config.json names no registry: decisions are kept in the registry itself.' : undefined}
        isEmpty={({ changes, unreadable, complete }) => complete && changes.length + unreadable.length === 0}
        emptyText="No decision is recorded on any model. Each promotion, rollback, deprecation and archiving that is decided in Modeldeck appears here."
      >
        {({ changes, unreadable, versions, complete }) => {
          const shown = filterChanges(changes, filter)
          return (
            <div className={styles['history']}>
              <ReadingProgress versions={versions} complete={complete} reading={reading} onStop={stop} onReadOn={readOn} />
              {troubles.map(({ id, error, retry }) => (
                <p key={id} role="alert" className={styles['trouble']}>
                  The decisions in {id} are missing. <InlineFailure error={error} onRetry={retry} />
                </p>
              ))}
              <div className={styles['then']}>
                <MomentField label="What was in production on" at={at} onChange={setMoment} />
              </div>
              {at !== null && <ProductionThen changes={changes} at={at} />}
              <HistoryFilterBar
                filter={filter}
                changes={changes}
                shown={shown.length}
                placeholder="Model, reason, person, check"
                onChange={(next) => change((after) => writeHistoryFilter(after, next))}
              >
                <ExportButtons changes={shown} of="all models" />
              </HistoryFilterBar>
              <UnreadableRecords records={unreadable} />
              {shown.length === 0 && complete && changes.length > 0 ? (
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
                <TimeLine changes={shown} withModel />
              )}
              <RecordNote product={registries.length === 1 ? (registries[0]?.id ?? 'the registry') : 'its registry'} />
            </div>
          )
        }}
      </PanelFrame>
    </div>
  )
}
