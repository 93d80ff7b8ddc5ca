import { useState } from 'react'
import type { EpochMs } from '@/domain/time'
import { useClock } from '@/ui/clock'

/** A failure and when it was first seen. */
export interface Failing {
  error: unknown
  since: EpochMs
}

/**
 * Remembers the failure while it lasts: a query without data forgets its error whenever it is asked
 * again, and a panel that polls a dead source would flash between `Failed` and a skeleton.
 */
export function useFailing(error: unknown, hasData: boolean, isPending: boolean): Failing | null {
  const clock = useClock()
  const [failing, setFailing] = useState<Failing | null>(null)
  let next = failing
  if (error != null) {
    if (failing?.error !== error) next = { error, since: failing?.since ?? clock.now() }
  } else if (hasData || !isPending) {
    next = null
  }
  if (next !== failing) setFailing(next)
  return next
}

/**
 * Turns the query library's stamp, which is the system's time, into a moment of the deployment's
 * clock, which the demo may have moved: what counts is how long ago it was.
 */
export function onClock(stamp: number, now: EpochMs): EpochMs {
  return now - Math.max(0, new Date().getTime() - stamp)
}
