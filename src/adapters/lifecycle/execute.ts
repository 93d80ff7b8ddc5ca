import type { Intent } from '@/adapters/annotations'
import { intentsOf, tagNames } from '@/adapters/annotations'
import type { CommandOutcome, LifecycleCommand } from '@/ports/registry'
import type { Errand } from './carry'
import { carryOut, superseded, turnCheck } from './carry'
import { championOf } from './championMove'
import { withdraw } from './conclusion'
import { checkCommand, draftIntent, stillAsSeen } from './draft'
import { notDone, persist, unfinished } from './faults'
import { whoMoved } from './history'
import { moveOf } from './move'
import type { ModelState, RegistryPrimitives } from './primitives'
import type { Turn } from './turn'
import { awaitTurn, isStale, lastSign } from './turn'

/**
 * Carries out one decision; the protocol and what it cannot promise: docs/decisions-protocol.md. The signal
 * is heard until the first write that counts: after it, giving up would leave the decision unfinished.
 */
export async function execute(
  p: RegistryPrimitives,
  command: LifecycleCommand,
  signal?: AbortSignal,
): Promise<CommandOutcome> {
  checkCommand(p, command)
  const { name } = command.model
  const before = await p.readModel(name, signal)
  if (!stillAsSeen(p, command, before)) return overtaken(p, command, before)
  const version = await p.getVersion(name, command.version, signal)
  const intent = draftIntent(p, command, before, version)
  const ahead = intentsOf(before.tags).intents.find(
    (other) => other.change.id < intent.change.id && !isStale(p, lastSign(other)),
  )
  if (ahead) return { status: 'busy', intent: ahead.change }

  const move = moveOf(p, name, intent)
  const start = move.position({ state: before, version })
  await announce(p, name, intent)
  const turn = await withdrawOnError(p, name, intent, () => awaitTurn(p, name, intent, signal), signal)
  const errand: Errand = { p, name, intent, move, giveUp: (error) => giveUp(p, name, intent, error) }
  if (turn.kind === 'lost') return superseded(errand)
  if (turn.kind === 'busy') {
    await withdrawOrSay(p, name, intent)
    return { status: 'busy', intent: turn.intent.change }
  }

  const seen = await withdrawOnError(p, name, intent, () => move.observe(turn.state), signal)
  const unchanged = stillAsSeen(p, command, turn.state) && move.position(seen) === start
  if (!unchanged) {
    await withdrawOrSay(p, name, intent)
    return overtaken(p, command, turn.state)
  }
  const outcome = await carryOut(errand, turnCheck(errand, turn))
  return outcome.status === 'done' ? { ...outcome, notes: [...outcome.notes, ...aside(turn)] } : outcome
}

async function announce(p: RegistryPrimitives, name: string, intent: Intent): Promise<void> {
  try {
    // The mark first: without an intent it is a false alarm, an intent without it would not be found.
    await persist(p, () => p.setModelTag(name, tagNames.pending, 'yes'))
  } catch (error) {
    throw notDone(p, error)
  }
  try {
    await persist(p, () => p.setModelTag(name, intent.tag, intent.raw))
  } catch (error) {
    // Refused or not: an attempt before the last may have arrived.
    throw await giveUp(p, name, intent, error)
  }
}

/** Takes the intent back after an error that left nothing behind, and words it. */
async function giveUp(p: RegistryPrimitives, name: string, intent: Intent, error: unknown): Promise<Error> {
  try {
    await withdraw(p, name, intent)
  } catch {
    return unfinished(p, error)
  }
  return notDone(p, error)
}

async function withdrawOnError<T>(
  p: RegistryPrimitives,
  name: string,
  intent: Intent,
  step: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  try {
    return await step()
  } catch (error) {
    const worded = await giveUp(p, name, intent, error)
    throw signal?.aborted ? error : worded
  }
}

/** As withdraw, where nothing has failed so far. @throws SourceError that says that our own intent is left */
async function withdrawOrSay(p: RegistryPrimitives, name: string, intent: Intent): Promise<void> {
  try {
    await withdraw(p, name, intent)
  } catch (error) {
    throw unfinished(p, error)
  }
}

async function overtaken(p: RegistryPrimitives, command: LifecycleCommand, state: ModelState): Promise<CommandOutcome> {
  const { name } = command.model
  const champion = championOf(p, state)
  if (!stillAsSeen(p, command, state)) {
    const by = await whoMoved(p, name, { action: 'promote', version: command.version }, champion)
    return { status: 'overtaken', found: champion, by }
  }
  const by = await whoMoved(p, name, command, champion)
  return { status: 'overtaken', found: by?.to ?? champion, by }
}

/** What a reader of the outcome should know of the others whom it did not wait for. */
function aside(turn: Extract<Turn, { kind: 'clear' }>): string[] {
  return [
    ...turn.passedOver.map(
      ({ change }) => `An older decision of ${change.actor} (${change.action}) is still unfinished: finish or revert it.`,
    ),
    ...turn.ignored.map((tag) => `The tag ${tag} cannot be read and was ignored.`),
  ]
}

