import type { EpochMs } from '@/domain/time'
import type { Fault, ServerKind } from './servers/faults'
import { createWorld, type World } from './world/world'

const key = 'modeldeck.demo.world'
const defaultSeed = 'modeldeck'

/** What the address asks for; `null` leaves it to us. */
export interface WorldWish {
  seed: string | null
  now: string | null
}

interface Saved {
  seed: string
  /** The world's time at its start. */
  start: EpochMs
  /** The real time at its start. */
  startedAt: EpochMs
  journal: World['journal']
  faults: Partial<Record<ServerKind, Fault>>
}

/** The demo of one tab: its world and what is broken in it, kept over reloads. */
export interface DemoSession {
  world: World
  faults: Partial<Record<ServerKind, Fault>>
}

/** The tab's world, as it was left when the address still asks for the same one; else a new one. */
export function openSession(wish: WorldWish, storage: Storage): DemoSession {
  const asked = wish.now === null ? Number.NaN : Date.parse(wish.now)
  const saved = read(storage)
  if (saved && (wish.seed === null || wish.seed === saved.seed) && (Number.isNaN(asked) || asked === saved.start)) {
    try {
      const world = createWorld({ seed: saved.seed, now: saved.start, startedAt: saved.startedAt, realNow: Date.now })
      world.replay(saved.journal)
      return { world, faults: saved.faults }
    } catch {
      // A journal of another version of the app: the world starts over.
    }
  }
  return newSession(wish.seed ?? defaultSeed, Number.isNaN(asked) ? Date.now() : asked)
}

/** A world in which nothing has been done. */
export function newSession(seed: string, now: EpochMs): DemoSession {
  return { world: createWorld({ seed, now, realNow: Date.now }), faults: {} }
}

export function saveSession({ world, faults }: DemoSession, storage: Storage): void {
  const saved: Saved = { seed: world.seed, start: world.start, startedAt: world.startedAt, journal: world.journal, faults }
  storage.setItem(key, JSON.stringify(saved))
}

function read(storage: Storage): Saved | null {
  try {
    const saved: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    return isSaved(saved) ? saved : null
  } catch {
    return null
  }
}

/** This tab wrote it; what is checked is that it is whole. */
function isSaved(value: unknown): value is Saved {
  return typeof value === 'object' && value !== null && 'seed' in value && 'start' in value && 'startedAt' in value && 'journal' in value && Array.isArray(value.journal) && 'faults' in value
}
