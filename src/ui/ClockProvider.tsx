import { useMemo, type ReactNode } from 'react'
import type { Clock } from '@/domain/time'
import { createTicker, TickerContext } from './clock'

/** Gives everything below the clock of this deployment: the system's, or the demo's. */
export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  const ticker = useMemo(() => createTicker(clock), [clock])
  return <TickerContext value={ticker}>{children}</TickerContext>
}
