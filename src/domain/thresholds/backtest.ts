import type { Sample, Series } from '@/domain/series'
import type { EpochMs } from '@/domain/time'
import { firings, worseOf, type Firing } from './firing'
import { leastSupport, type ThresholdRule } from './rule'

/** One time that somebody would have been told. */
export interface Episode extends Firing {
  /** The gravest of its alerts. */
  severity: 'critical' | 'warning'
  /** What tells its series apart: `feature` of a drift. */
  labels: Readonly<Record<string, string>>
}

/** What a rule would have done over a history. */
export interface Backtest {
  /** Oldest first. */
  episodes: readonly Episode[]
  /** What the history is made of, where several series are judged: of the one that is known best. */
  known: Known
}

export interface Known {
  /** The first and the last sample with a value; `null`: there is none. */
  from: EpochMs | null
  to: EpochMs | null
  /** Samples that could be judged, had no value, and rested on too little, each as a time. */
  judgedMs: number
  gapMs: number
  fewMs: number
}

/**
 * What the rule would have done over these series, each judged on its own, as Prometheus does. The warning and the
 * critical alert of one series are one episode where they overlap: the critical one speaks for both.
 *
 * @param support the series that tell what each value rests on; a value without one is judged
 */
export function backtest(series: readonly Series[], support: readonly Series[], rule: ThresholdRule, stepMs: number): Backtest {
  const judged = series.map((one) => withSupport(one, support, rule))
  const episodes = judged.flatMap(({ subject, samples }) => {
    const of = (limit: number | null) => (limit === null ? [] : firings(samples, { ...rule, limit }, stepMs))
    return joined(of(rule.warn), of(rule.critical), rule.side).map((episode): Episode => ({ ...episode, labels: subject.labels }))
  })
  const known = judged.map(({ samples, few }) => knownOf(samples, few, stepMs)).toSorted((a, b) => b.judgedMs - a.judgedMs)[0]
  return { episodes: episodes.toSorted((a, b) => a.from - b.from), known: known ?? { from: null, to: null, judgedMs: 0, gapMs: 0, fewMs: 0 } }
}

/** What rests on too little is neither beyond nor back: a gap. */
function withSupport({ subject, samples }: Series, support: readonly Series[], rule: ThresholdRule): Series & { few: number } {
  if (rule.support === null) return { subject, samples, few: 0 }
  const least = leastSupport(rule.support)
  const [only] = support
  const own = support.find((one) => Object.entries(one.subject.labels).every(([name, value]) => subject.labels[name] === value)) ?? only
  const counts = new Map(own?.samples)
  let few = 0
  const kept = samples.map(([at, value]): Sample => {
    const count = counts.get(at) ?? null
    if (value === null || count === null || count >= least) return [at, value]
    few += 1
    return [at, null]
  })
  return { subject, samples: kept, few }
}

function knownOf(samples: readonly Sample[], few: number, stepMs: number): Known {
  const values = samples.filter(([, value]) => value !== null)
  const judgedMs = values.length * stepMs
  return { from: values[0]?.[0] ?? null, to: values.at(-1)?.[0] ?? null, judgedMs, fewMs: few * stepMs, gapMs: (samples.length - values.length - few) * stepMs }
}

function joined(warnings: readonly Firing[], criticals: readonly Firing[], side: ThresholdRule['side']): readonly Omit<Episode, 'labels'>[] {
  const all = [...warnings.map((one) => ({ ...one, severity: 'warning' as const })), ...criticals.map((one) => ({ ...one, severity: 'critical' as const }))]
  const found: Omit<Episode, 'labels'>[] = []
  for (const next of all.toSorted((a, b) => a.firedAt - b.firedAt)) {
    const last = found.at(-1)
    if (last === undefined || (last.resolvedAt !== null && next.firedAt >= last.resolvedAt)) {
      found.push(next)
      continue
    }
    const later = endOf(next) > endOf(last) ? next : last
    found[found.length - 1] = {
      from: Math.min(last.from, next.from),
      firedAt: last.firedAt,
      to: later.to,
      end: later.end,
      resolvedAt: later.resolvedAt,
      worst: worseOf(last.worst, next.worst, side),
      severity: last.severity === 'critical' ? 'critical' : next.severity,
    }
  }
  return found
}

function endOf({ resolvedAt }: Firing): EpochMs {
  return resolvedAt ?? Infinity
}

/** How long each has fired until now, added up. */
export function firingMs(episodes: readonly Episode[], now: EpochMs): number {
  return episodes.reduce((sum, { firedAt, to }) => sum + Math.max(0, (to ?? now) - firedAt), 0)
}
