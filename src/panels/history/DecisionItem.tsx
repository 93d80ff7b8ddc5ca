import { IconArchive, IconArrowBackUp, IconArrowUp, IconHourglassLow, IconRestore } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { ChangeAction, PlacedChange } from '@/domain/change'
import { useNow } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { Timestamp } from '@/ui/figures/Timestamp'
import { DecisionDetails } from './DecisionDetails'
import styles from './DecisionItem.module.css'
import { DecisionSentence } from './DecisionSentence'
import { checksWords, decisionState } from './decisionWords'
import { ReasonText } from './ReasonText'

const icons: Readonly<Record<ChangeAction, typeof IconArrowUp>> = {
  promote: IconArrowUp,
  rollback: IconArrowBackUp,
  deprecate: IconHourglassLow,
  archive: IconArchive,
  restore: IconRestore,
}

export interface DecisionItemProps {
  change: PlacedChange
  withModel: boolean
}

/** One decision on the time line: who, what, why, what was checked, and what became of it. */
export function DecisionItem({ change, withModel }: DecisionItemProps) {
  const { action, reason, overrides, endedBy, checks } = change
  const [open, setOpen] = useState(false)
  const detailsId = useId()
  const state = decisionState(change, useNow())
  const Icon = icons[action]
  return (
    <li className={styles['item']} data-action={action} data-status={change.status}>
      <span className={styles['mark']}>
        <Icon size={14} aria-hidden />
      </span>
      <div className={styles['body']}>
        <div className={styles['line']}>
          <DecisionSentence change={change} withModel={withModel} />
          {state && (
            <span className={styles['state']} data-tone={state.tone} title={state.hint}>
              {state.word}
            </span>
          )}
          <Button size="small" variant="quiet" className={styles['more']} aria-expanded={open} aria-controls={detailsId} onClick={() => setOpen(!open)}>
            <span data-failed={checks.some(([, verdict]) => verdict === 'fail') || undefined}>{checksWords(checks)}</span>
          </Button>
        </div>
        {reason.trim() === '' ? <p className={styles['quiet']}>No reason was given.</p> : <ReasonText text={reason} />}
        {overrides.length > 0 && (
          <p className={styles['override']}>
            <strong>Overrode</strong> <bdi>{overrides.join('; ')}</bdi>
          </p>
        )}
        {endedBy && (
          <p className={styles['quiet']}>
            {change.status === 'reverted' ? 'Reverted' : 'Finished'} by <bdi>{endedBy.name}</bdi>
            {endedBy.kind === 'self-declared' && ' (self-declared)'} <Timestamp at={endedBy.at} plain />
          </p>
        )}
        <div id={detailsId}>{open && <DecisionDetails change={change} />}</div>
      </div>
      <span className={styles['time']}>
        <Timestamp at={change.at} plain />
      </span>
    </li>
  )
}
