import { afterEach, describe, expect, it, vi } from 'vitest'
import { newSession, openSession, saveSession } from './session'

/** As much of a tab's storage as a session needs. */
function storage(): Storage {
  const items = new Map<string, string>()
  return {
    get length() {
      return items.size
    },
    clear: () => items.clear(),
    getItem: (name) => items.get(name) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (name) => void items.delete(name),
    setItem: (name, value) => void items.set(name, value),
  }
}

const noon = Date.parse('2026-03-01T12:00:00Z')
const hour = 3_600_000

afterEach(() => vi.useRealTimers())

describe('a tab', () => {
  it('finds after a reload what was done, and the clock gone on', () => {
    vi.useFakeTimers({ now: noon })
    const tab = storage()
    const session = openSession({ seed: null, now: null }, tab)
    session.world.setPersona('reader')
    session.world.clock.advance(2 * hour)
    session.faults.mlflow = 'latency'
    saveSession(session, tab)
    vi.setSystemTime(noon + 60_000)
    const { world, faults } = openSession({ seed: null, now: null }, tab)
    expect(world.persona.id).toBe('reader')
    expect(world.clock.now()).toBe(noon + 2 * hour + 60_000)
    expect(faults).toEqual({ mlflow: 'latency' })
    expect(world.journal).toEqual(session.world.journal)
  })

  it('starts anew where the address asks for another world', () => {
    const tab = storage()
    const session = newSession('one', noon)
    session.world.setPersona('reader')
    saveSession(session, tab)
    expect(openSession({ seed: 'one', now: '2026-03-01T12:00:00Z' }, tab).world.persona.id).toBe('reader')
    expect(openSession({ seed: 'two', now: null }, tab).world.journal).toEqual([])
    expect(openSession({ seed: 'one', now: '2026-03-02T12:00:00Z' }, tab).world.start).toBe(noon + 24 * hour)
  })

  it.each(['', 'not JSON', '{"seed":"x"}', '{"seed":"x","start":1,"startedAt":1,"journal":[{"kind":"nonsense"}],"faults":{}}'])('survives a broken memory: %j', (text) => {
    const tab = storage()
    tab.setItem('modeldeck.demo.world', text)
    expect(openSession({ seed: 'mine', now: null }, tab).world.seed).toBe('mine')
  })
})
