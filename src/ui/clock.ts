import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Clock, EpochMs } from '@/domain/time'

const tickMs = 30_000

/** Now, as the screen shows it, and who wants to know when it moves on. */
export interface Ticker {
  clock: Clock
  readonly now: () => EpochMs
  readonly subscribe: (listener: () => void) => () => void
  /** Reads the clock again at once: it has been moved. */
  readonly tick: () => void
}

/** One timer however many readers; none while nobody reads. */
export function createTicker(clock: Clock): Ticker {
  const listeners = new Set<() => void>()
  let shown = clock.now()
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = () => {
    shown = clock.now()
    for (const listener of listeners) listener()
  }
  return {
    clock,
    now: () => shown,
    tick,
    subscribe(listener) {
      listeners.add(listener)
      if (timer === undefined) {
        shown = clock.now()
        timer = setInterval(tick, tickMs)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}

export const TickerContext = createContext<Ticker | null>(null)

function useTicker(): Ticker {
  const ticker = useContext(TickerContext)
  if (ticker === null) throw new Error('ClockProvider is missing above this component.')
  return ticker
}

/** The clock itself, for event handlers. */
export function useClock(): Clock {
  return useTicker().clock
}

/** Now; renders again every 30 seconds. */
export function useNow(): EpochMs {
  const ticker = useTicker()
  return useSyncExternalStore(ticker.subscribe, ticker.now)
}

/** For whoever moves the clock: everything on screen that counts from now is drawn again. */
export function useTick(): () => void {
  return useTicker().tick
}
