import type { Sample } from '@/domain/series'
import type { EpochMs } from '@/domain/time'
import { isBeyond, keepFiringMs, type ThresholdRule } from './rule'

/** One stretch over which an alert fired. */
export interface Firing {
  /** When its condition began to hold. */
  from: EpochMs
  /** When it had held for as long as `for` asks. */
  firedAt: EpochMs
  /** The first sample that was back; of what was lost, the last one that was beyond; `null`: it fires still. */
  to: EpochMs | null
  /** `lost`: samples stopped coming, so nobody knows when it ended. */
  end: 'recovered' | 'lost' | 'firing'
  /** When the alert was over: later than `to` by what it is kept firing for; `null`: not yet. */
  resolvedAt: EpochMs | null
  /** The value furthest beyond the limit. */
  worst: number
}

export interface FiringRule extends Pick<ThresholdRule, 'side' | 'recover' | 'forMs'> {
  limit: number
}

/**
 * When an alert with this limit would have fired over these samples: the state machine of an alerting rule of
 * Prometheus that is evaluated at each of them
 * (https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/).
 *
 * A gap is neither beyond nor back. It ends the waiting for `for`, which asks for a figure that is known to be
 * beyond all the while; what fires goes on over gaps, and over dips, that are shorter than `keepFiringMs`. Over a
 * longer gap the alert ends as `lost`, unless a value within it was back.
 *
 * @param samples evenly stepped, oldest first
 */
export function firings(samples: readonly Sample[], rule: FiringRule, stepMs: number): readonly Firing[] {
  // Between two samples nobody looks: what must hold for less than a step has held once it is seen.
  const holdMs = Math.floor(rule.forMs / stepMs) * stepMs
  const found: Firing[] = []
  let run: Run | null = null
  for (const [at, value] of samples) {
    run = isMet(value, rule, run) ? met(run, at, value, rule, holdMs) : missed(run, at, value)
    if (run === null || run.away === null || at - run.away < keepFiringMs) continue
    found.push(...closed(run, at))
    run = null
  }
  return run === null ? found : [...found, ...closed(run, null)]
}

/** What has fired holds as far as `recover`; before that the limit itself counts. */
function isMet(value: number | null, { limit, side, recover }: FiringRule, run: Run | null): value is number {
  if (value === null) return false
  return isBeyond(value, limit, side) || (run !== null && run.firedAt !== null && recover !== null && isBeyond(value, recover, side))
}

function met(run: Run | null, at: EpochMs, value: number, { side }: FiringRule, holdMs: number): Run {
  const { from, firedAt, worst } = run ?? { from: at, firedAt: null, worst: value }
  return { from, firedAt: firedAt ?? (at - from >= holdMs ? at : null), last: at, away: null, back: null, worst: worseOf(worst, value, side) }
}

function missed(run: Run | null, at: EpochMs, value: number | null): Run | null {
  if (run === null || run.firedAt === null) return null
  return { ...run, away: run.away ?? at, back: run.back ?? (value === null ? null : at) }
}

/** Of two values the one further beyond. */
export function worseOf(a: number, b: number, side: ThresholdRule['side']): number {
  return side === 'above' ? Math.max(a, b) : Math.min(a, b)
}

/** Samples on end that are beyond. */
interface Run {
  from: EpochMs
  firedAt: EpochMs | null
  /** The newest sample that was beyond. */
  last: EpochMs
  /** Since when none has been. */
  away: EpochMs | null
  /** The first value since then that was back. */
  back: EpochMs | null
  worst: number
}

function closed({ from, firedAt, last, back, worst }: Run, resolvedAt: EpochMs | null): readonly Firing[] {
  if (firedAt === null) return []
  const firing = { from, firedAt, worst, resolvedAt }
  if (back !== null) return [{ ...firing, to: back, end: 'recovered' }]
  return [resolvedAt === null ? { ...firing, to: null, end: 'firing' } : { ...firing, to: last, end: 'lost' }]
}
