import type { Identity } from './identity'
import type { ModelRef } from './model'
import type { EpochMs } from './time'
import { minuteMs } from './time'

export const changeActions = ['promote', 'rollback', 'deprecate', 'archive', 'restore'] as const
export type ChangeAction = (typeof changeActions)[number]
export type ChangeStatus = 'intended' | 'done' | 'reverted' | 'overtaken'

/** One check at the time of the decision: name, verdict, value, threshold. */
export type RecordedCheck = readonly [name: string, verdict: string, value: string, threshold: string]

/** One decision, as the tag `modeldeck.change.<id>` records it. */
export interface Change {
  /** ULID: sorts by time. */
  id: string
  action: ChangeAction
  status: ChangeStatus
  actor: string
  actorKind: Identity['kind']
  at: EpochMs
  reason: string
  /** Version strings for promote and rollback, lifecycle words for the others; `null`: nothing before. */
  from: string | null
  to: string
  checks: readonly RecordedCheck[]
  overrides: readonly string[]
  /** Who finished or reverted an interrupted decision, and when; absent when its actor did. */
  endedBy?: Identity & { at: EpochMs }
}

/** A decision with the model and version that it is about. */
export interface PlacedChange extends Change {
  model: ModelRef
  version: string
}

/** The longest reason, in characters: it and the one that it replaces must fit into one tag. */
export const reasonLimit = 1500

/** Whether the decision moves the production alias; the others change one version's lifecycle. */
export function movesChampion(change: Pick<Change, 'action'>): boolean {
  return change.action === 'promote' || change.action === 'rollback'
}

/** After this long an open intent is no longer somebody at work but a decision that was interrupted. */
const underWayMs = minuteMs

/** `under-way`: its author is probably still at it · `unfinished`: to be finished or reverted · `ended`. */
export function changePhase(change: Change, now: EpochMs): 'under-way' | 'unfinished' | 'ended' {
  if (change.status !== 'intended') return 'ended'
  return Math.abs(now - change.at) <= underWayMs ? 'under-way' : 'unfinished'
}

const pastTense: Readonly<Record<ChangeAction, string>> = {
  promote: 'promoted',
  rollback: 'rolled back',
  deprecate: 'deprecated',
  archive: 'archived',
  restore: 'restored',
}
const noun: Readonly<Record<ChangeAction, string>> = {
  promote: 'promotion',
  rollback: 'rollback',
  deprecate: 'deprecation',
  archive: 'archiving',
  restore: 'restoring',
}

/** What the decision is about: `v12 → v13`, or `v3` for a lifecycle action. */
export function changeObject(change: Change & { version: string }): string {
  if (!movesChampion(change)) return `v${change.version}`
  return change.from === null ? `v${change.to}` : `v${change.from} → v${change.to}`
}

/**
 * The decision as the predicate of a sentence that begins with the actor, around its object, which a page
 * may draw as links: `['promoted ', 'v12 → v13', '']`.
 */
export function changeSentence(change: Change & { version: string }): readonly [before: string, object: string, after: string] {
  const object = changeObject(change)
  const attempt = `${noun[change.action]} ${movesChampion(change) ? '' : 'of '}`
  if (change.status === 'intended') return [`has not finished the ${attempt}`, object, '']
  if (change.status === 'overtaken') return [`was overtaken in the ${attempt}`, object, '']
  return [`${pastTense[change.action]} `, object, change.status === 'reverted' ? ', which was taken back' : '']
}

/** The same as one text: `promoted v12 → v13`. */
export function describeChange(change: Change & { version: string }): string {
  return changeSentence(change).join('')
}

/** A decision in the form of its tag: the same keys in the same order, times as ISO text. */
export function changeRecord(change: Change): Record<string, unknown> {
  const { id, action, status, actor, actorKind, at, reason, from, to, checks, overrides, endedBy } = change
  return {
    id,
    action,
    status,
    actor,
    actorKind,
    at: new Date(at).toISOString(),
    reason,
    from,
    to,
    checks,
    overrides,
    ...(endedBy && { endedBy: { ...endedBy, at: new Date(endedBy.at).toISOString() } }),
  }
}

// An open intent outlives its record until the decision is tidied up: it must stay visible.
const rank: Readonly<Record<ChangeStatus, number>> = { intended: 0, reverted: 1, overtaken: 2, done: 3 }

/** Joins lists of decisions: one a model and id (an open intent before its record), newest first. */
export function mergeChanges<T extends PlacedChange>(...lists: readonly (readonly T[])[]): T[] {
  const byKey = new Map<string, T>()
  for (const change of lists.flat()) {
    const key = JSON.stringify([change.model.source, change.model.name, change.id])
    const known = byKey.get(key)
    if (!known || rank[change.status] < rank[known.status]) byKey.set(key, change)
  }
  return [...byKey.values()].toSorted((a, b) => b.at - a.at || b.id.localeCompare(a.id))
}
