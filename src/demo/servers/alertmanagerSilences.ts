import { compileMatchers, type Labels } from '@/demo/promql/matcher'
import { PromqlError } from '@/demo/promql/promqlError'
import type { LabelMatcher } from '@/demo/world/metricStore'
import { type SilenceMatcher, type SilenceRecord, uuidOf } from '@/demo/world/silences'
import type { World } from '@/demo/world/world'
import { secondMs, type EpochMs } from '@/domain/time'
import { AlertmanagerError } from './alertmanagerError'

/** A silence as a client posts it. */
export interface PostedSilence {
  id: string | null
  matchers: readonly SilenceMatcher[]
  startsAt: EpochMs
  endsAt: EpochMs
  createdBy: string
  comment: string
}

export function compileSilence(matchers: readonly SilenceMatcher[]): (labels: Labels) => boolean {
  return compileMatchers(matchers.map(toMatcher))
}

function toMatcher({ name, value, isRegex, isEqual }: SilenceMatcher): LabelMatcher {
  return { name, value, op: isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!=' }
}

export function stateOf({ startsAt, endsAt }: SilenceRecord, now: EpochMs): 'active' | 'pending' | 'expired' {
  if (endsAt <= now) return 'expired'
  return startsAt > now ? 'pending' : 'active'
}

/**
 * Sets or changes a silence by Alertmanager's rules: what may not be changed in place is ended, and set anew under
 * another id; a start in the past is now.
 * @returns its id
 * @throws AlertmanagerError
 */
export function postSilence(world: World, posted: PostedSilence): string {
  const now = world.clock.now()
  if (posted.startsAt >= posted.endsAt) throw new AlertmanagerError(400, 'Failed to create silence: start time must be before end time')
  if (posted.endsAt < now) throw new AlertmanagerError(400, "Failed to create silence: end time can't be in the past")
  validate(posted.matchers)
  const before = posted.id === null ? undefined : world.silences.get(posted.id)
  if (posted.id !== null && before === undefined) throw new AlertmanagerError(404, 'silence not found')
  const { id: _id, ...content } = posted
  if (before !== undefined && mayChange(before, posted, now)) {
    world.silence({ ...content, id: before.id, updatedAt: now })
    return before.id
  }
  if (before !== undefined) endSilence(world, before, now)
  const id = uuidOf(world.seed, String(world.journal.length))
  world.silence({ ...content, id, startsAt: Math.max(now, posted.startsAt), updatedAt: now })
  return id
}

/** Ends a silence now; one that has ended stays as it is. */
export function endSilence(world: World, silence: SilenceRecord, now: EpochMs): void {
  const state = stateOf(silence, now)
  if (state === 'expired') return
  world.silence({ ...silence, startsAt: state === 'pending' ? now : silence.startsAt, endsAt: now, updatedAt: now })
}

function mayChange(before: SilenceRecord, { matchers, startsAt, endsAt }: PostedSilence, now: EpochMs): boolean {
  const state = stateOf(before, now)
  if (state === 'expired' || endsAt < now || JSON.stringify(matchers.map(toMatcher)) !== JSON.stringify(before.matchers.map(toMatcher))) return false
  return state === 'active' ? Math.floor(startsAt / secondMs) === Math.floor(before.startsAt / secondMs) : startsAt >= now
}

function validate(matchers: readonly SilenceMatcher[]): void {
  matchers.forEach((matcher, index) => {
    try {
      compileSilence([matcher])
    } catch (error) {
      if (!(error instanceof PromqlError)) throw error
      const reason = error.message.replace(/`\^\(\?:(.*)\)\$`$/s, '`$1`')
      throw new AlertmanagerError(400, `silence invalid: invalid label matcher ${index}: invalid regular expression ${JSON.stringify(matcher.value)}: ${reason}`)
    }
  })
  if (matchers.every((matcher) => compileSilence([matcher])({}))) {
    throw new AlertmanagerError(400, 'silence invalid: at least one matcher must not match the empty string')
  }
}
