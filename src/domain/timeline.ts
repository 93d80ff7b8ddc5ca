import type { Change } from './change'
import type { EpochMs } from './time'

/**
 * A time in which a version served production. An uncertain span (`known` is false) covers all the time in
 * which it may have: where the record is incomplete, spans overlap rather than invent a border.
 */
export interface ServiceSpan {
  version: string
  /** `null`: before anything that is known. */
  from: EpochMs | null
  /** `null`: it still serves. */
  to: EpochMs | null
  known: boolean
  /** A sentence that says what the record lacks. */
  note: string | null
}

export interface TimelineInput {
  /** Decision records of the model, in any order. Only promotions and rollbacks that were done count. */
  changes: readonly Pick<Change, 'id' | 'action' | 'status' | 'at' | 'from' | 'to'>[]
  /** The version that serves now; `null`: none. */
  production: string | null
  /** When each version was registered: it cannot have served before. */
  createdAt: ReadonlyMap<string, EpochMs | null>
  now: EpochMs
}

type Switch = Pick<Change, 'at' | 'from' | 'to'>

/** Who served production when, oldest first, by the decision records and what is true now. */
export function serviceSpans({ changes, production, createdAt, now }: TimelineInput): readonly ServiceSpan[] {
  const switches = changes
    .filter(({ action, status }) => status === 'done' && (action === 'promote' || action === 'rollback'))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const last = switches.at(-1)
  if (last === undefined) return production === null ? [] : [unrecorded(production, null, null, createdAt)]

  const spans: ServiceSpan[] = []
  let previous: Switch | null = null
  for (const current of switches) {
    spans.push(...between(previous, current.from, current.at, createdAt))
    previous = current
  }
  if (last.to === production) return [...spans, { version: last.to, from: last.at, to: null, known: true, note: null }]
  spans.push(uncertain(last, now))
  if (production !== null) spans.push(unrecorded(production, last, null, createdAt))
  return spans
}

/** What served from one switch to the time at which `version` is known to have served. */
function between(
  previous: Switch | null,
  version: string | null,
  to: EpochMs,
  createdAt: TimelineInput['createdAt'],
): readonly ServiceSpan[] {
  if (previous !== null && previous.to === version) {
    return [{ version, from: previous.at, to, known: true, note: null }]
  }
  const spans: ServiceSpan[] = []
  if (previous !== null) spans.push(uncertain(previous, to))
  if (version !== null) spans.push(unrecorded(version, previous, to, createdAt))
  return spans
}

function uncertain({ at, to: version }: Switch, to: EpochMs): ServiceSpan {
  return { version, from: at, to, known: false, note: `Version ${version} was replaced without a record.` }
}

function unrecorded(
  version: string,
  previous: Switch | null,
  to: EpochMs | null,
  createdAt: TimelineInput['createdAt'],
): ServiceSpan {
  const bounds = [createdAt.get(version) ?? null, previous?.at ?? null].filter((at) => at !== null)
  const from = bounds.length === 0 ? null : Math.max(...bounds)
  return { version, from, to, known: false, note: `No record says when version ${version} went into production.` }
}

/** The spans that cover a moment: one where the record is complete, several or none where it is not. */
export function servingAt(spans: readonly ServiceSpan[], at: EpochMs): readonly ServiceSpan[] {
  return spans.filter(({ from, to }) => (from ?? -Infinity) <= at && at < (to ?? Infinity))
}
