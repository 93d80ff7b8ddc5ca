import { shiftSamples } from '@/domain/samples'
import type { SeriesSet } from '@/domain/series'
import type { Loadable } from '@/ui/frame/loadable'
import type { ChartLayer } from '@/ui/charts/chartInput'
import { drawnSeries, hasValues, summed } from './drawnSeries'

/** Whose lines of before are drawn. */
export interface PreviousOf {
  /** How the earlier time is called: `24 h before`. */
  before: string
  /** The lines of today; empty: all of them. */
  drawn: readonly string[]
  champion: string | null
  challenger: string | null
}

/**
 * The answer of the period before, moved under this one. Of the versions that are drawn: champion and challenger, so
 * that it stays readable; where neither served then (they are new), the others. `total` draws one line of all
 * versions, which is what a stack of areas is held against.
 */
export function previousLayer(set: SeriesSet, { before, drawn, champion, challenger }: PreviousOf, total: boolean): ChartLayer {
  const lengthMs = set.to - set.from + set.stepMs
  const shifted: SeriesSet = {
    ...set,
    from: set.from + lengthMs,
    to: set.to + lengthMs,
    series: set.series.map((series) => ({ ...series, samples: shiftSamples(series.samples, lengthMs) })),
  }
  if (total) {
    const [first] = shifted.series
    if (first === undefined) return { before, set: shifted }
    const versioned = shifted.series.some(({ subject }) => subject.version !== null)
    const labels: Readonly<Record<string, string>> = versioned ? { versions: 'all versions' } : {}
    return { before, set: { ...shifted, series: [{ subject: { ref: first.subject.ref, version: null, labels }, samples: summed(shifted.series) }] } }
  }
  const leads = drawnSeries(shifted, [champion, challenger].filter((version) => version !== null && (drawn.length === 0 || drawn.includes(version))).map(String), 'leave-out')
  const chosen = champion === null || !hasValues(leads) ? drawnSeries(shifted, drawn, 'leave-out') : leads
  return { before, set: { ...chosen, series: chosen.series.filter(({ samples }) => samples.some(([, value]) => value !== null)) } }
}

/** What is to be said of the period before where it cannot be drawn. */
export function previousWords(before: string | null, { data, error }: Pick<Loadable<SeriesSet>, 'data' | 'error'>): string[] {
  if (before === null) return []
  if (data === undefined) return error == null ? [] : [`What was measured in ${inPeriod(before)} could not be asked for: ${error instanceof Error ? error.message : 'the source failed.'}`]
  return hasValues(data) ? [] : [`Nothing was measured in ${inPeriod(before)}.`]
}

function inPeriod(before: string): string {
  return before.startsWith('the ') ? before : `the ${before}`
}
