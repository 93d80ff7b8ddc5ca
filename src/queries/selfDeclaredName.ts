import { useSyncExternalStore } from 'react'

const key = 'modeldeck.name'
const listeners = new Set<() => void>()

/** The name that this browser's user gave once; `null`: not asked yet. Not a secret, and no proof. */
export function useSelfDeclaredName(): string | null {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(key))
}

export function declareName(name: string): void {
  localStorage.setItem(key, name.trim())
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
