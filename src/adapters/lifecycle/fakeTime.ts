import type { Wire } from './fakeRegistry'
import { startAt } from './fakeScenes'

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Lets every continuation that is ready run. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Virtual time: what waits for it is woken in order, one at a time, so that every run is the same. */
export function virtualTime() {
  let now = startAt
  let order = 0
  const queue: { at: number; order: number; wake: () => void }[] = []
  const until = (at: number) =>
    new Promise<void>((resolve) => {
      queue.push({ at, order: (order += 1), wake: resolve })
    })
  return {
    now: () => now,
    sleep: (ms: number) => until(now + ms),
    /** A wire on which each request takes its time there and back, at most `maxMs` each way. */
    slowWire(random: () => number, maxMs: number): Wire {
      return async (_, act) => {
        await until(now + random() * maxMs)
        const result = act()
        await until(now + random() * maxMs)
        return result
      }
    },
    async runUntil(done: Promise<unknown>): Promise<void> {
      let ended = false
      void done.finally(() => (ended = true))
      for (;;) {
        await settle()
        if (ended) return
        queue.sort((a, b) => a.at - b.at || a.order - b.order)
        const next = queue.shift()
        if (!next) throw new Error('Everything waits for ever.')
        now = Math.max(now, next.at)
        next.wake()
      }
    },
  }
}

/** Two clients whose steps a test orders by hand. Each request is a step; sleeping moves the common clock. */
export function stepper() {
  let now = startAt
  const pending: (null | (() => void))[] = [null, null]
  const turn = (who: 0 | 1) =>
    new Promise<void>((resolve) => {
      pending[who] = resolve
    })
  return {
    now: () => now,
    wire:
      (who: 0 | 1): Wire =>
      async (_, act) => {
        await turn(who)
        return act()
      },
    sleep: (who: 0 | 1) => async (ms: number) => {
      await turn(who)
      now += ms
    },
    /** Lets one client take one step; `false` when it has none to take. */
    async step(who: 0 | 1): Promise<boolean> {
      await settle()
      const release = pending[who]
      if (!release) return false
      pending[who] = null
      release()
      await settle()
      return true
    },
  }
}
