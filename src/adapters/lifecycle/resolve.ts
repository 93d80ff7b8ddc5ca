import type { Intent } from '@/adapters/annotations'
import { AnnotationError, changesOf, encodeIntent, intentsOf } from '@/adapters/annotations'
import type { Change } from '@/domain/change'
import { movesChampion } from '@/domain/change'
import type { Identity } from '@/domain/identity'
import type { CommandOutcome } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { ulid } from 'ulid'
import type { Errand } from './carry'
import { carryOut, end, overtake, superseded, turnCheck } from './carry'
import { championOf } from './championMove'
import { conclude } from './conclusion'
import { dropModelTag, persist, refusal, unfinished } from './faults'
import { listChanges } from './history'
import { moveOf } from './move'
import { abandon } from './orphan'
import type { ModelState, RegistryPrimitives } from './primitives'
import { timing } from './timing'
import type { Turn } from './turn'
import { awaitTurn } from './turn'

/** Ends a decision that was interrupted: carries it through or takes it back. */
export async function resolveIntent(
  p: RegistryPrimitives,
  name: string,
  id: string,
  how: 'finish' | 'revert',
  actor: Identity,
): Promise<CommandOutcome> {
  try {
    const state = await p.readModel(name)
    const open = intentsOf(state.tags).intents.find(({ change }) => change.id === id)
    return open ? await takeOver(p, name, open, how, actor) : await ended(p, name, id, state)
  } catch (error) {
    throw unfinished(p, error)
  }
}

async function takeOver(
  p: RegistryPrimitives,
  name: string,
  open: Intent,
  how: 'finish' | 'revert',
  actor: Identity,
): Promise<CommandOutcome> {
  const recordBefore = await readRecord(p, name, open)
  if (recordBefore === 'gone' && how === 'finish')
    throw refusal(p, `Version ${open.version} has been deleted.`, 'Revert the decision.')

  if (recordBefore !== null) {
    // Recorded and still open: its author may be about to delete it this moment, or have stopped there.
    await p.sleep(timing.settleMs)
    const state = await p.readModel(name)
    if (state.tags[open.tag] === undefined) return ended(p, name, open.change.id, state)
  }

  const taken = signedOver(p, open, how, actor)
  await persist(p, () => p.setModelTag(name, taken.tag, taken.raw))
  await p.sleep(timing.settleMs)
  const turn = await awaitTurn(p, name, taken)
  if (turn.kind === 'busy') return { status: 'busy', intent: turn.intent.change }
  const move = moveOf(p, name, taken)
  if (turn.kind === 'lost') return superseded({ p, name, intent: taken, move })

  const record = await readRecord(p, name, open)
  if (record === 'gone') return abandon(p, name, taken, turn.state)
  if (JSON.stringify(record) !== JSON.stringify(recordBefore)) {
    // It ended between our read and our taking over, which brought its intent back.
    await dropModelTag(p, name, taken.tag)
    return ended(p, name, open.change.id, turn.state)
  }
  const endedBy = { ...actor, at: Math.floor(p.clock.now()) }
  // What stays unfinished keeps its intent.
  const errand: Errand = { p, name, intent: taken, move, endedBy, giveUp: async (error) => unfinished(p, error) }
  return how === 'finish' ? finish(errand, turn, record) : revert(errand, turn, record)
}

type Clear = Extract<Turn, { kind: 'clear' }>

async function finish(errand: Errand, turn: Clear, record: Change | null): Promise<CommandOutcome> {
  const seen = await errand.move.observe(turn.state)
  const position = errand.move.position(seen)
  const later = await laterDecision(errand)
  if (record?.status === 'done' && (later || position === 'after' || position === 'other')) return close(errand, record)
  if (later || position === 'other') return overtake(errand, errand.move.found(seen), later ?? undefined)
  return position === 'after' ? end(errand, 'done') : carryOut(errand, turnCheck(errand, turn))
}

async function revert(errand: Errand, turn: Clear, record: Change | null): Promise<CommandOutcome> {
  const { p, name, move } = errand
  const seen = await move.observe(turn.state)
  const later = await laterDecision(errand)
  if (later || move.position(seen) === 'other') {
    if (record?.status === 'done') return close(errand, record)
    return overtake(errand, move.found(seen), later ?? undefined)
  }
  try {
    await move.undo(turnCheck(errand, turn))
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'denied')
      throw unfinished(
        p,
        error,
        'Ask for the right to edit this model (EDIT in MLflow). Where nothing was in production before, reverting takes the alias away and needs more (MANAGE); finishing does not.',
      )
    throw error
  }
  const state = await p.readModel(name)
  if (state.tags[errand.intent.tag] !== errand.intent.raw) return superseded(errand)
  const after = await move.observe(state)
  const back = move.position(after)
  if (back === 'other') return overtake(errand, move.found(after))
  const same = errand.intent.change.from === errand.intent.change.to && back === 'after'
  if (back !== 'before' && !same && !returnedByStage(errand, state)) throw new Error('It could not be taken back in full.')
  return end(errand, 'reverted')
}

/** The decision had ended and only its intent was left over: its record stays as it is. */
async function close({ p, name, intent }: Errand, record: Change): Promise<CommandOutcome> {
  return { status: 'done', change: record, notes: await conclude(p, name, intent, record) }
}

function returnedByStage({ p, intent }: Errand, state: ModelState): boolean {
  return movesChampion(intent.change) && championOf(p, state) === intent.change.from
}

/** A newer decision on the same subject that has been carried out since: it stands, ours does not. */
async function laterDecision({ p, name, intent }: Errand): Promise<Change | null> {
  const changes = await listChanges(p, name)
  const later = changes.find(
    (change) =>
      change.status === 'done' &&
      change.id > intent.change.id &&
      movesChampion(change) === movesChampion(intent.change) &&
      (movesChampion(change) || change.version === intent.version),
  )
  return later ?? null
}

/** The intent with whoever ends it now written into it: its author sees the change and stops. */
function signedOver(p: RegistryPrimitives, open: Intent, how: 'finish' | 'revert', by: Identity): Intent {
  const at = Math.floor(p.clock.now())
  const taken = { ...open, takenBy: { id: ulid(at), how, by: { name: by.name, kind: by.kind }, at } }
  try {
    return { ...taken, raw: encodeIntent(taken) }
  } catch (error) {
    if (error instanceof AnnotationError) throw refusal(p, error.message, `Delete the tag ${open.tag} in the registry.`)
    throw error
  }
}

/** The decision's record; `gone` where the version that would carry it has been deleted. */
async function readRecord(p: RegistryPrimitives, name: string, intent: Intent): Promise<Change | null | 'gone'> {
  try {
    const { tags } = await p.getVersion(name, intent.version)
    return changesOf(tags).changes.find(({ id }) => id === intent.change.id) ?? null
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'not-found') return 'gone'
    throw error
  }
}

/** What became of a decision that is open no more. */
async function ended(p: RegistryPrimitives, name: string, id: string, state: ModelState): Promise<CommandOutcome> {
  const record = (await listChanges(p, name)).find((change) => change.id === id && change.status !== 'intended')
  if (record?.status === 'done' || record?.status === 'reverted') {
    const who = record.endedBy?.name ?? record.actor
    return { status: 'done', change: record, notes: [`It had ended already: ${who}, ${record.status}.`] }
  }
  return { status: 'overtaken', found: championOf(p, state), by: record ?? null }
}
