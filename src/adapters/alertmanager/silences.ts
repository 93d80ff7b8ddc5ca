import type { Http } from '@/adapters/http'
import type { Silence, SilenceDraft } from '@/domain/alerts/silence'
import { minuteMs, secondMs, type Clock } from '@/domain/time'
import { SourceError } from '@/ports/sourceError'
import { isMethodRefused, isUnknownSilence } from './errors'
import { toSilence } from './translate'
import { silenceAnswer, silenceIdAnswer, silencesAnswer, type WireSilence } from './wire'

/** The server takes the start of a new silence from its own clock where it lies in the past: whatever ours says, it begins at once. */
const startsBeforeMs = 10 * minuteMs
/** How soon a rewritten silence ends; the second where this clock goes behind the server's, to which the first is past. */
const soonMs = [2 * secondMs, 2 * minuteMs] as const

/** Reads and writes the silences of one Alertmanager. */
export function createSilences(id: string, http: Http, clock: Clock) {
  async function read(silence: string, signal?: AbortSignal): Promise<WireSilence> {
    return http.json(silenceAnswer, { method: 'GET', path: `/api/v2/silence/${encodeURIComponent(silence)}`, signal })
  }

  function post(silence: Omit<WireSilence, 'id' | 'status'> & { id?: string }, signal?: AbortSignal) {
    return http.json(silenceIdAnswer, { method: 'POST', path: '/api/v2/silences', json: silence, signal })
  }

  /** Rewrites the silence to end soon: a POST passes where a DELETE does not (its preflight is refused). */
  async function cutShort({ id, matchers, startsAt, createdBy, comment }: WireSilence, signal?: AbortSignal): Promise<void> {
    for (const margin of soonMs) {
      try {
        await post({ id, matchers, startsAt, endsAt: isoTime(clock.now() + margin), createdBy, comment }, signal)
        return
      } catch (error) {
        const past = error instanceof SourceError && error.status === 400 && /past/.test(error.message)
        if (!past || margin === soonMs.at(-1)) throw error
      }
    }
  }

  return {
    async list(signal?: AbortSignal): Promise<readonly Silence[]> {
      const found = await http.json(silencesAnswer, { method: 'GET', path: '/api/v2/silences', signal })
      return found.map((silence) => toSilence(id, silence))
    },

    async set({ matchers, durationMs, reason, actor }: SilenceDraft, signal?: AbortSignal): Promise<Silence> {
      const now = clock.now()
      const { silenceID } = await post(
        {
          matchers: Object.entries(matchers).map(([name, value]) => ({ name, value, isRegex: false, isEqual: true })),
          startsAt: isoTime(now - startsBeforeMs),
          endsAt: isoTime(now + durationMs),
          createdBy: actor.name,
          comment: reason,
        },
        signal,
      )
      return toSilence(id, await read(silenceID, signal))
    },

    async end(silence: string, signal?: AbortSignal): Promise<Silence> {
      const before = await read(silence, signal)
      if (before.status.state === 'expired') return toSilence(id, before)
      try {
        await http.text({ method: 'DELETE', path: `/api/v2/silence/${encodeURIComponent(silence)}`, signal })
      } catch (error) {
        // It may have ended between the two calls.
        if (isMethodRefused(error)) await cutShort(before, signal)
        else if (!isUnknownSilence(error)) throw error
      }
      return toSilence(id, await read(silence, signal))
    },
  }
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}
