import { useState, useSyncExternalStore } from 'react'
import type { EpochMs } from '@/domain/time'

/** Where the reader points: the moment, and the chart in which. */
export interface CursorAt {
  at: EpochMs
  chart: string
}

/** The cursor of one chart, or of all charts with one sync id. */
export interface Cursor {
  get: () => CursorAt | null
  set: (at: CursorAt | null) => void
  subscribe: (listener: () => void) => () => void
}

function createCursor(): Cursor {
  const listeners = new Set<() => void>()
  let value: CursorAt | null = null
  return {
    get: () => value,
    set(next) {
      if (next?.at === value?.at && next?.chart === value?.chart) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

// Never cleared: pages use a handful of ids, and a cursor is a few bytes.
const shared = new Map<string, Cursor>()

function sharedCursor(id: string): Cursor {
  const cursor = shared.get(id) ?? createCursor()
  shared.set(id, cursor)
  return cursor
}

/** The cursor that charts of one sync id share; without an id, one of its own. */
export function useCursor(syncId: string | undefined): Cursor {
  const [own] = useState(createCursor)
  return syncId === undefined ? own : sharedCursor(syncId)
}

/** The cursor's place; renders again when it moves. */
export function useCursorAt(cursor: Cursor): CursorAt | null {
  return useSyncExternalStore(cursor.subscribe, cursor.get)
}
