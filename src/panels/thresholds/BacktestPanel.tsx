import { useId, useMemo, useState } from 'react'
import type { ServedModel } from '@/domain/model'
import type { EpochMs } from '@/domain/time'
import type { ThresholdRule } from '@/domain/thresholds/rule'
import { mapLoadable } from '@/panels/charts/mapLoadable'
import { TimePanel } from '@/panels/charts/TimePanel'
import { Button } from '@/ui/controls/Button'
import { IconZoomOut } from '@tabler/icons-react'
import { backtestNotes, backtestSentence, savedSentence, tooLittle } from './backtestWords'
import { EpisodeTable } from './EpisodeTable'
import { historyInput, type Stretch } from './historyInput'
import { limitLabel } from './ruleWords'
import styles from './Thresholds.module.css'
import { useBacktest } from './useBacktest'

export interface BacktestPanelProps {
  model: ServedModel
  rule: ThresholdRule
  /** The limits as they are saved; `null`: none are. */
  saved: ThresholdRule | null
}

/** How often a rule would have fired, drawn on the model's history and listed. */
export function BacktestPanel({ model, rule, saved }: BacktestPanelProps) {
  const { state, ...why } = useBacktest(model, rule, saved)
  const [zoom, setZoom] = useState<Stretch | null>(null)
  const syncId = useId()
  const { data } = state
  const input = useMemo(() => data && historyInput(data.set, data.edited.episodes, rule, zoom), [data, rule, zoom])
  const little = data && tooLittle(data.edited.known, rule)
  const zoomTo = (from: EpochMs, to: EpochMs) => setZoom({ from, to })
  return (
    <div className={styles['tried']}>
      <p role="status" className={styles['verdict']}>
        {data && (
          <>
            <strong>{little ?? backtestSentence(data.edited, data.set)}</strong> {little === null && savedSentence(data.edited, data.saved)}
          </>
        )}
      </p>
      <TimePanel
        title={`${limitLabel(rule.name)} over 30 days`}
        {...why}
        state={mapLoadable(state, input)}
        syncId={syncId}
        onZoom={zoomTo}
        height={180}
        emptyText="Monitoring has no value of it in the last 30 days."
        notes={data && [...backtestNotes(data.edited, rule, data.set), ...(data.uncounted ? ['What the figures rest on could not be counted here: all of them are judged.'] : [])]}
        actions={
          zoom !== null && (
            <Button size="small" icon={<IconZoomOut size={14} aria-hidden />} onClick={() => setZoom(null)}>
              All 30 days
            </Button>
          )
        }
      />
      {data && data.edited.episodes.length > 0 && (
        <EpisodeTable label={`When ${limitLabel(rule.name)} would have fired`} episodes={data.edited.episodes} unit={data.set.unit} until={data.set.to} onShow={setZoom} />
      )}
    </div>
  )
}
