import { notifyManager, timeoutManager } from '@tanstack/react-query'

/** A frame. */
const drawMs = 16

let due: (() => void)[] = []

/** Lets what happens within a frame be drawn at once: a page of thirty queries would be drawn thirty times. */
function drawTogether(notify: () => void): void {
  if (due.push(notify) > 1) return
  setTimeout(() => {
    const now = due
    due = []
    for (const each of now) each()
  }, drawMs)
}

const intervals = new Map<number, ReturnType<typeof setTimeout>>()
let lastInterval = 0

const timers = {
  setTimeout: (callback: () => void, ms: number) => Number(setTimeout(callback, ms)),
  clearTimeout: (id: number | undefined) => clearTimeout(id),
  /** At the multiples of `ms`: all that is asked every ten seconds is asked at once, and a page shows one moment. */
  setInterval: (callback: () => void, ms: number) => {
    const id = ++lastInterval
    const wait = () => {
      // A timer may be early by a moment, which is not the next interval yet.
      const slack = ms / 10
      const rest = ms + slack - ((performance.now() + slack) % ms)
      intervals.set(
        id,
        setTimeout(() => {
          wait()
          callback()
        }, rest),
      )
    }
    wait()
    return id
  },
  clearInterval: (id: number | undefined) => {
    if (id === undefined) return
    clearTimeout(intervals.get(id))
    intervals.delete(id)
  },
}

/** How the queries of a page share time. To be called before the first of them. */
export function keepPace(): void {
  notifyManager.setScheduler(drawTogether)
  timeoutManager.setTimeoutProvider(timers)
}
