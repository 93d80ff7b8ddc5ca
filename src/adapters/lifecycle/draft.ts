import type { Intent } from '@/adapters/annotations'
import { AnnotationError, encodeIntent, intentTag, isIsoDate, lifecycleOf, tagNames, tagValueLimit } from '@/adapters/annotations'
import { movesChampion, reasonLimit } from '@/domain/change'
import type { LifecycleCommand } from '@/ports/registry'
import { ulid } from 'ulid'
import { aliasOf, championOf } from './championMove'
import { refusal } from './faults'
import { lifecycleTags } from './lifecycleMove'
import type { ModelState, RegistryPrimitives, VersionState } from './primitives'

// What a record may gain while it is finished by somebody else.
const reserve = 1000

/** Refuses a command that makes no sense whatever the registry holds. @throws SourceError `rejected` */
export function checkCommand(p: RegistryPrimitives, command: LifecycleCommand): void {
  const { action, version, actor, reason, sunset, replacement, seenChampion } = command
  if (actor.name.trim() === '' || actor.name.length > 200)
    throw refusal(p, 'A decision needs the name of who makes it.', 'Enter a name of at most 200 characters.')
  if (reason.length > reasonLimit)
    throw refusal(
      p,
      `The reason has ${reason.length} characters; at most ${reasonLimit} fit into the registry.`,
      `Shorten it by ${reason.length - reasonLimit}.`,
    )
  if (sunset !== null && !isIsoDate(sunset))
    throw refusal(p, `"${sunset}" is not a date.`, 'Write the sunset as 2026-12-31.')
  if (movesChampion(command) && seenChampion === version)
    throw refusal(p, `Version ${version} is in production already.`, 'There is nothing to do.')
  if (action === 'deprecate' && replacement === version)
    throw refusal(p, `Version ${version} cannot replace itself.`, 'Name another version.')
  if (action === 'deprecate' && seenChampion === version && replacement === null)
    throw refusal(p, `Version ${version} is in production.`, 'Name its replacement, or promote another version first.')
  if (action === 'archive' && seenChampion === version)
    throw refusal(p, `Version ${version} is in production.`, 'Promote another version first.')
}

/** The intent for a command, from what the registry holds now. @throws SourceError `rejected` */
export function draftIntent(
  p: RegistryPrimitives,
  command: LifecycleCommand,
  state: ModelState,
  version: VersionState,
): Intent {
  // A clock that runs faster than time may give fractions.
  const at = Math.floor(p.clock.now())
  const id = ulid(at)
  const { action, actor, reason, checks, overrides } = command
  const { from, to, plan, undo } = movesChampion(command)
    ? planChampion(p, command, state, version)
    : planLifecycle(p, command, state, version)
  const intent: Omit<Intent, 'tag' | 'raw'> = {
    change: {
      id,
      action,
      status: 'intended',
      actor: actor.name,
      actorKind: actor.kind,
      at,
      reason,
      from,
      to,
      checks,
      overrides,
    },
    version: command.version,
    plan,
    undo,
    takenBy: null,
  }
  try {
    const raw = encodeIntent(intent)
    const excess = raw.length + reserve - tagValueLimit
    if (excess > 0)
      throw new AnnotationError(
        `Reason, earlier reason, checks and overrides together are ${excess} characters too long for the registry.`,
      )
    return { ...intent, tag: intentTag(id), raw }
  } catch (error) {
    if (error instanceof AnnotationError) throw refusal(p, error.message, 'Shorten the reason or the overrides.')
    throw error
  }
}

type Plan = Pick<Intent, 'plan' | 'undo'> & { from: string | null; to: string }

function planChampion(p: RegistryPrimitives, command: LifecycleCommand, state: ModelState, version: VersionState): Plan {
  const holder = p.stages === 'used' ? (state.stages.Production ?? null) : null
  return {
    from: command.seenChampion,
    to: command.version,
    plan: {},
    undo: {
      alias: aliasOf(state, p.aliasNames.production),
      ...(holder !== null && holder !== command.version && { stageHolder: holder, stage: version.stage }),
    },
  }
}

const words = { deprecate: 'deprecated', archive: 'archived', restore: 'active' } as const

function planLifecycle(p: RegistryPrimitives, command: LifecycleCommand, state: ModelState, version: VersionState): Plan {
  const from = lifecycleOf(version.tags).lifecycle.state
  const { action, sunset, replacement } = command
  const to = action === 'deprecate' || action === 'archive' || action === 'restore' ? words[action] : from
  if (to === from && action !== 'deprecate')
    throw refusal(p, `Version ${version.version} is ${from} already.`, 'There is nothing to do.')
  if (action === 'deprecate' && from === 'archived')
    throw refusal(p, `Version ${version.version} is archived.`, 'Restore it first.')

  const clears = action !== 'archive'
  const details = {
    ...((clears || sunset !== null) && { [tagNames.sunset]: sunset ?? '' }),
    ...((clears || replacement !== null) && { [tagNames.replacement]: replacement ?? '' }),
    ...(action === 'restore' && { [tagNames.reason]: '' }),
  }
  const stage = p.stages === 'used' && Object.keys(state.stages).length > 0 ? stageFor(action, version) : null
  return {
    from,
    to,
    plan: { ...details, [tagNames.lifecycle]: to, ...(stage !== null && { stage }) },
    undo: { ...lifecycleTags(version), ...(stage !== null && { stage: version.stage }) },
  }
}

function stageFor(action: LifecycleCommand['action'], version: VersionState): 'Archived' | 'None' | null {
  if (action === 'archive' && version.stage !== 'Archived') return 'Archived'
  return action === 'restore' && version.stage === 'Archived' ? 'None' : null
}

/** Whether the registry still stands as the person saw it, as far as the command depends on it. */
export function stillAsSeen(p: RegistryPrimitives, command: LifecycleCommand, state: ModelState): boolean {
  const champion = championOf(p, state)
  if (movesChampion(command)) return champion === command.seenChampion
  return (champion === command.version) === (command.seenChampion === command.version)
}
