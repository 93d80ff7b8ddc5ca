import type { SeriesSet } from '@/domain/series'
import type { Episode } from '@/domain/thresholds/backtest'
import type { ThresholdRule } from '@/domain/thresholds/rule'
import { hourMs, type EpochMs } from '@/domain/time'
import type { ChartInput, ChartSpan } from '@/ui/charts/chartInput'
import { measureText } from '@/ui/format/numbers'
import { ruleLines } from './ruleWords'

export interface Stretch {
  from: EpochMs
  to: EpochMs
}

/** More bands than this are a carpet. */
const mostSpans = 150
/** Of the chart's width: what is drawn narrower cannot be seen. */
const leastShare = 1 / 250

/** The history of a signal with the limits across it and each episode as a band; `zoom` cuts it out. */
export function historyInput(set: SeriesSet, episodes: readonly Episode[], rule: ThresholdRule, zoom: Stretch | null): ChartInput {
  const shown = zoom === null ? set : cut(set, zoom)
  const least = (shown.to - shown.from) * leastShare
  return {
    layers: [{ set: shown }],
    thresholds: ruleLines(rule),
    spans: episodes
      .filter(({ from, to }) => from <= shown.to && (to ?? set.to) >= shown.from)
      .slice(-mostSpans)
      .map((episode) => spanOf(episode, set, least)),
  }
}

function spanOf({ severity, from, to, worst, labels }: Episode, { unit, to: end }: SeriesSet, least: number): ChartSpan {
  const [begin, until] = [from, to ?? end]
  const missing = Math.max(0, least - (until - begin)) / 2
  return { from: begin - missing, to: until + missing, label: [severity, ...Object.values(labels), measureText(worst, unit)].join(' ') }
}

function cut(set: SeriesSet, { from, to }: Stretch): SeriesSet {
  const [low, high] = [Math.max(set.from, from), Math.min(set.to, to)]
  return { ...set, from: low, to: high, series: set.series.map(({ subject, samples }) => ({ subject, samples: samples.filter(([at]) => at >= low && at <= high) })) }
}

/** An episode with what came before and after it. */
export function around({ from, to }: Pick<Episode, 'from' | 'to'>, end: EpochMs): Stretch {
  const until = to ?? end
  const margin = Math.max(6 * hourMs, until - from)
  return { from: from - margin, to: until + margin }
}
