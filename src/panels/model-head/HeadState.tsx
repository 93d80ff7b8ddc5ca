import type { ReactNode } from 'react'
import { SourceError } from '@/ports/sourceError'
import { useClock } from '@/ui/clock'
import { FailureNote } from '@/ui/frame/FailureNote'
import { onClock, useFailing } from '@/ui/frame/failing'
import type { Loadable } from '@/ui/frame/loadable'
import { Skeleton } from '@/ui/frame/Skeleton'
import { StaleStrip } from '@/ui/frame/StaleStrip'

export interface HeadStateProps<T> {
  /** What is missing when it fails, in a sentence: `The model claim-fraud`. */
  what: string
  state: Loadable<T>
  minHeight: number
  children: (data: T) => ReactNode
}

/** The head of a page in each of its states: it has no frame of its own, and fails in words all the same. */
export function HeadState<T>({ what, state, minHeight, children }: HeadStateProps<T>) {
  const clock = useClock()
  const failing = useFailing(state.error, state.data !== undefined, state.isPending)
  if (state.data === undefined) {
    if (failing === null) return <Skeleton height={minHeight} />
    const refused = failing.error instanceof SourceError && ['denied', 'unauthenticated'].includes(failing.error.kind)
    return (
      <div role="alert">
        <FailureNote {...failing} what={what} onRetry={state.refetch} retrying={state.isFetching} noPermission={refused} />
      </div>
    )
  }
  return (
    <>
      {failing && (
        <StaleStrip since={onClock(state.dataUpdatedAt, clock.now())} error={failing.error} onRetry={state.refetch} retrying={state.isFetching} />
      )}
      {children(state.data)}
    </>
  )
}
