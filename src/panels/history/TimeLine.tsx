import { useState } from 'react'
import type { PlacedChange } from '@/domain/change'
import type { ModelVersion } from '@/domain/version'
import { Button } from '@/ui/controls/Button'
import { countText } from '@/ui/format/numbers'
import { DecisionItem } from './DecisionItem'
import { RegisteredItem } from './RegisteredItem'
import styles from './TimeLine.module.css'
import { byMonth, timeLine } from './entries'

const noVersions: readonly ModelVersion[] = []
/** A page of a long time line: it prints, it can be searched by the browser, and a thousand do not slow it. */
const pageSize = 60

export interface TimeLineProps {
  changes: readonly PlacedChange[]
  /** Their registration is shown between the decisions, quieter. */
  versions?: readonly ModelVersion[]
  withModel?: boolean
}

/** Decisions newest first, under the month in which they were made; the rest of a long list on request. */
export function TimeLine({ changes, versions = noVersions, withModel = false }: TimeLineProps) {
  const [most, setMost] = useState(pageSize)
  const entries = timeLine(changes, versions)
  const rest = entries.length - most
  return (
    <div className={styles['line']}>
      {byMonth(entries.slice(0, most)).map(({ month, entries: ofMonth }) => (
        <section key={month} aria-label={month}>
          <h3 className={styles['month']}>{month}</h3>
          <ol className={styles['list']} aria-label={`Decisions of ${month}`}>
            {ofMonth.map((entry) =>
              entry.kind === 'decision' ? (
                <DecisionItem key={entry.key} change={entry.change} withModel={withModel} />
              ) : (
                <RegisteredItem key={entry.key} versions={entry.versions} />
              ),
            )}
          </ol>
        </section>
      ))}
      {rest > 0 && (
        <Button className={styles['rest']} onClick={() => setMost(most + pageSize)}>
          Show {countText(Math.min(rest, pageSize))} more of {countText(rest)}
        </Button>
      )}
    </div>
  )
}
