import type { Clock, EpochMs } from '@/domain/time'

/** The demo's time: starts at a chosen instant, runs with real time, and can be moved forward. */
export interface WorldClock extends Clock {
  advance(ms: number): void
}

/** `startedAt`: the real instant at which the world read `now`. */
export function createClock(now: EpochMs, startedAt: EpochMs, realNow: () => EpochMs): WorldClock {
  let moved = 0
  return {
    now: () => now + (realNow() - startedAt) + moved,
    advance: (ms) => {
      moved += Math.max(0, ms)
    },
  }
}
