import { useSyncExternalStore } from 'react'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'

const key = 'modeldeck.pins'
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The pinned models, by `source/name`: those of the address, so that a shared link shows the sender's;
 * else those that this browser keeps.
 */
export function usePins(): { pins: ReadonlySet<string>; togglePin: (model: string) => void } {
  const [params, change] = useAddressParams()
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(key) ?? '')
  const pins = new Set(read(params.get('pins') ?? stored))
  const togglePin = (model: string) => {
    const next = pins.has(model) ? [...pins].filter((other) => other !== model) : [...pins, model]
    const text = next.map(encodeURIComponent).join(',')
    localStorage.setItem(key, text)
    for (const listener of listeners) listener()
    change((after) => setOrDelete(after, 'pins', text))
  }
  return { pins, togglePin }
}

// Names hold commas; a damaged store or address must not take the page down.
function read(text: string): string[] {
  return text.split(',').flatMap((part) => {
    try {
      return part === '' ? [] : [decodeURIComponent(part)]
    } catch {
      return []
    }
  })
}
