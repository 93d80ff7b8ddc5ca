import type { Intent } from '@/adapters/annotations'
import { intentsOf } from '@/adapters/annotations'
import type { EpochMs } from '@/domain/time'
import { decodeTime } from 'ulid'
import type { ModelState, RegistryPrimitives } from './primitives'
import { timing } from './timing'

/**
 * What waiting led to. `clear`: no other decision is open, as of `readAt` · `busy`: one is · `lost`: our own
 * intent is gone or in other hands.
 */
export type Turn =
  | { kind: 'clear'; state: ModelState; readAt: EpochMs; passedOver: readonly Intent[]; ignored: readonly string[] }
  | { kind: 'busy'; intent: Intent }
  | { kind: 'lost' }

/** When somebody was last at work on it, by their clock. */
export function lastSign(intent: Intent): EpochMs {
  return decodeTime(intent.takenBy?.id ?? intent.change.id)
}

/** Old, or dated so far ahead that its clock says nothing. */
export function isStale(p: RegistryPrimitives, at: EpochMs): boolean {
  return Math.abs(p.clock.now() - at) > timing.staleMs
}

/**
 * Waits until our intent, already written, is the only one. Each of two clients writes before it reads, so
 * at least one sees the other; the smaller id stays and the larger withdraws. Nobody goes on while another
 * intent is open, unless that one is stale and has stood still for as long as we waited.
 */
export async function awaitTurn(p: RegistryPrimitives, name: string, own: Intent, signal?: AbortSignal): Promise<Turn> {
  const resolving = own.takenBy !== null
  const firstSeen = new Map<string, { raw: string; at: number }>()
  for (let waited = 0; ; waited += timing.pollMs) {
    const readAt = p.clock.now()
    const state = await p.readModel(name, signal)
    if (state.tags[own.tag] !== own.raw) return { kind: 'lost' }

    const { intents, unreadable } = intentsOf(state.tags)
    const others = intents.filter((intent) => intent.tag !== own.tag)
    for (const { tag, raw } of others)
      if (firstSeen.get(tag)?.raw !== raw) firstSeen.set(tag, { raw, at: waited })

    const blocking = others.filter((intent) => {
      const still = waited - (firstSeen.get(intent.tag)?.at ?? waited)
      return resolving ? still < resolverPatience(own, intent) : !(isStale(p, lastSign(intent)) && still >= timing.patienceMs)
    })
    // Unreadable ones may be a newer release's, at work this moment; they must not block for ever.
    const unknown = unreadable.filter(({ id }) => id !== null && !isStale(p, decodeTime(id)))
    if (blocking.length === 0 && (unknown.length === 0 || waited >= timing.patienceMs))
      return { kind: 'clear', state, readAt, passedOver: others, ignored: unreadable.map(({ tag }) => tag) }

    const first = blocking.find((intent) => mustYield(p, own, intent))
    if (first) return { kind: 'busy', intent: first }
    const limit = resolving ? 2 * timing.resolverPatienceMs : timing.patienceMs
    if (waited >= limit && blocking[0]) return { kind: 'busy', intent: blocking[0] }
    await p.sleep(timing.pollMs, signal)
  }
}

/** A command yields at once to a smaller id; finishing and reverting wait to see whether it moves. */
function mustYield(p: RegistryPrimitives, own: Intent, other: Intent): boolean {
  return own.takenBy === null && other.change.id < own.change.id && !isStale(p, lastSign(other))
}

/** Of two that finish or revert at once the earlier attempt goes first; the other waits twice as long. */
function resolverPatience(own: Intent, other: Intent): number {
  const earlier = own.takenBy && other.takenBy && other.takenBy.id < own.takenBy.id
  return earlier ? 2 * timing.resolverPatienceMs : timing.resolverPatienceMs
}
