import type { Intent } from '@/adapters/annotations'
import { changesOf, intentsOf } from '@/adapters/annotations'
import type { Change } from '@/domain/change'
import type { CommandOutcome } from '@/ports/registry'
import { conclude } from './conclusion'
import { TurnLost, unfinished, wasRefused } from './faults'
import { whoMoved } from './history'
import type { Move } from './move'
import type { RegistryPrimitives } from './primitives'
import { timing } from './timing'
import type { Turn } from './turn'
import { isStale, lastSign } from './turn'

/** One decision that is ours to carry out. */
export interface Errand {
  p: RegistryPrimitives
  name: string
  intent: Intent
  move: Move
  /** Who ends it, where that is not its author. */
  endedBy?: NonNullable<Change['endedBy']>
  /** When it certainly had no effect: takes the intent back and words the error, or leaves it open. */
  giveUp: (error: unknown) => Promise<Error>
}

/**
 * Runs before each write: looks again when the last read is too old to rely on, as after a laptop's sleep.
 * @throws TurnLost when the decision is in other hands, or the registry has moved on.
 */
export function turnCheck(errand: Omit<Errand, 'giveUp'>, turn: Extract<Turn, { kind: 'clear' }>): () => Promise<void> {
  const { p, name, intent, move } = errand
  const passed = new Set(turn.passedOver.map(({ raw }) => raw))
  let { readAt } = turn
  return async () => {
    if (Math.abs(p.clock.now() - readAt) <= timing.freshMs) return
    const at = p.clock.now()
    const state = await p.readModel(name)
    if (state.tags[intent.tag] !== intent.raw) throw new TurnLost('Another client has taken this decision over.')
    const newcomers = intentsOf(state.tags).intents.filter(({ tag, raw }) => tag !== intent.tag && !passed.has(raw))
    // So old that others may pass us over: whoever came since may be at work.
    if (newcomers.length > 0 && isStale(p, lastSign(intent)))
      throw new TurnLost('Another decision was begun while this one rested.')
    if (move.position(await move.observe(state)) === 'other') throw new TurnLost('The registry has changed meanwhile.')
    readAt = at
  }
}

/** Writes, reads back, and ends the decision with what is now true. */
export async function carryOut(errand: Errand, check: () => Promise<void>): Promise<CommandOutcome> {
  const { p, name, intent, move } = errand
  let failure: unknown = null
  try {
    await move.apply(check)
  } catch (error) {
    failure = error
  }
  try {
    const state = await p.readModel(name)
    if (state.tags[intent.tag] !== intent.raw) return await superseded(errand)
    const seen = await move.observe(state)
    const position = move.position(seen)
    if (position === 'after') return await end(errand, 'done')
    if (position === 'other' || (position === 'before' && failure === null)) return await overtake(errand, move.found(seen))
    if (!wasRefused(failure) && !(failure instanceof TurnLost)) throw failure ?? new TurnLost('It holds only in part.')
    if (position === 'part') await move.undo(check)
  } catch (error) {
    throw unfinished(p, error)
  }
  throw await errand.giveUp(failure)
}

/** Records the end and says so. */
export async function end(errand: Errand, status: 'done' | 'reverted'): Promise<CommandOutcome> {
  const { p, name, intent, endedBy } = errand
  const change: Change = { ...intent.change, status, ...(endedBy && { endedBy }) }
  return { status: 'done', change, notes: await conclude(p, name, intent, change) }
}

/** Records that somebody else's write came over ours. */
export async function overtake(errand: Errand, found: string | null, by?: Change): Promise<CommandOutcome> {
  const { p, name, intent, endedBy } = errand
  const { change, version } = intent
  const who = by ?? (await whoMoved(p, name, { action: change.action, version }, found, change.id))
  await conclude(p, name, intent, { ...change, status: 'overtaken', ...(endedBy && { endedBy }) })
  return { status: 'overtaken', found, by: who }
}

/** Our intent is gone or in other hands: says what became of it. */
export async function superseded({ p, name, intent, move }: Omit<Errand, 'giveUp'>): Promise<CommandOutcome> {
  const state = await p.readModel(name)
  const { tags } = await p.getVersion(name, intent.version)
  const record = changesOf(tags).changes.find(({ id }) => id === intent.change.id)
  const now = intentsOf(state.tags).intents.find(({ tag }) => tag === intent.tag)
  if (now?.takenBy) {
    const { by, at } = now.takenBy
    return { status: 'busy', intent: { ...now.change, endedBy: { ...by, at } } }
  }
  if (record?.status === 'done')
    return { status: 'done', change: record, notes: [`${record.endedBy?.name ?? 'Somebody else'} finished it.`] }
  const seen = await move.observe(state)
  if (record) return { status: 'overtaken', found: move.found(seen), by: record }
  // Deleted by hand. If anything of it holds it must stay visible.
  if (move.position(seen) === 'after' || move.position(seen) === 'part') {
    await p.setModelTag(name, intent.tag, intent.raw)
    throw new TurnLost('The intent of this decision was deleted while it was carried out.')
  }
  return { status: 'overtaken', found: move.found(seen), by: null }
}
