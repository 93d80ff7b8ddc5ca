import type { ReactNode } from 'react'
import type { EpochMs } from '@/domain/time'
import { useClock } from '@/ui/clock'
import { FailureNote } from './FailureNote'
import { onClock } from './failing'
import styles from './PanelFrame.module.css'
import type { PanelState } from './panelState'
import { Skeleton } from './Skeleton'
import { StaleStrip } from './StaleStrip'
import { StateNote } from './StateNote'

export interface PanelBodyProps<T> {
  title: string
  panel: PanelState<T>
  emptyText: ReactNode
  minHeight: number
  /** When the present failure was first seen. */
  since: EpochMs
  isFetching: boolean
  refetch: () => unknown
  children: (data: T) => ReactNode
}

/** The content of a panel in each of its states. */
export function PanelBody<T>(props: PanelBodyProps<T>) {
  const { title, panel, emptyText, minHeight, since, isFetching, refetch, children } = props
  const clock = useClock()
  const box = (content: ReactNode) => (
    <div className={styles['body']} style={{ minHeight }}>
      {content}
    </div>
  )
  const nothing = (
    <StateNote kind="empty" word="Nothing here yet">
      {emptyText}
    </StateNote>
  )
  switch (panel.kind) {
    case 'ready':
      return box(children(panel.data))
    case 'stale':
      return (
        <>
          <StaleStrip since={onClock(panel.since, clock.now())} error={panel.error} onRetry={refetch} retrying={isFetching} />
          {box(panel.empty ? nothing : children(panel.data))}
        </>
      )
    case 'empty':
      return box(nothing)
    case 'loading':
      return <Skeleton height={minHeight} />
    case 'not-configured':
      return box(
        <StateNote kind="not-configured" word="Not configured">
          {panel.reason}
        </StateNote>,
      )
    case 'not-supported':
      return box(
        <StateNote kind="not-supported" word={`Not supported by ${panel.source}`}>
          {panel.reason}
        </StateNote>,
      )
    default:
      return box(
        <FailureNote
          what={title}
          error={panel.error}
          since={since}
          onRetry={refetch}
          retrying={isFetching}
          noPermission={panel.kind === 'no-permission'}
        />,
      )
  }
}
