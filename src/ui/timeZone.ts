import { useSyncExternalStore } from 'react'

/** An IANA name; `undefined`: the reader's own zone. */
export type TimeZone = 'UTC' | undefined

const key = 'modeldeck.time-zone'
const listeners = new Set<() => void>()

function chosen(): TimeZone {
  return localStorage.getItem(key) === 'UTC' ? 'UTC' : undefined
}

function subscribe(listener: () => void): () => void {
  const elsewhere = (event: StorageEvent) => event.key === key && listener()
  listeners.add(listener)
  window.addEventListener('storage', elsewhere)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', elsewhere)
  }
}

/** The zone in which charts and their tables say times; a choice of this browser, kept for the next visit. */
export function useTimeZone(): [TimeZone, (zone: TimeZone) => void] {
  return [useSyncExternalStore(subscribe, chosen), choose]
}

function choose(zone: TimeZone): void {
  if (zone === undefined) localStorage.removeItem(key)
  else localStorage.setItem(key, zone)
  for (const listener of listeners) listener()
}
