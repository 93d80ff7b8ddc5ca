import { hourMs, minuteMs } from '@/domain/time'
import { durationWords } from '@/domain/words'
import type { SignalQuery } from './preset'
import { durationText } from './promql'
import { rateWindowMs } from './scrapeInterval'

/** How a range is cut into points. */
export interface RangeCut {
  stepMs: number
  scrapeMs: number
  /** Of the whole range. */
  lengthMs: number
}

/** How the points of a range are asked for, so that nothing between two of them is lost. */
export interface RangePoints {
  entry: SignalQuery
  /** What rates look back on. */
  windowMs: number
  /** What a point stands for, as a sentence; `null`: for its own moment, or for a step that is no longer than what figures look back on. */
  note: string | null
  /** What to ask for where the server finds this too much; absent: nothing less. */
  coarser?: RangePoints
}

/** What figures of now look back on; a worst moment shorter than that would be noise. */
const readingMs = 5 * minuteMs
const readings: readonly number[] = [readingMs, 10 * minuteMs, 15 * minuteMs, 30 * minuteMs, hourMs, 2 * hourMs, 6 * hourMs, 12 * hourMs]
/** As many evaluations as the finest range that a server answers; 30 days are 8,640 readings of 5 minutes. */
const maxReadings = 11_000

const superlatives = { max: 'highest', min: 'lowest' } as const

/**
 * A gauge is asked for its extreme over the step. A ratio or percentile is read every five minutes (longer in ranges
 * beyond five weeks) and the worst reading of a step stands for it; an average over the step would hide a spike that
 * was there for one scrape. What adds up stays the mean of its step: its area is what was counted.
 */
export function rangePoints(entry: SignalQuery, { stepMs, scrapeMs, lengthMs }: RangeCut): RangePoints {
  const plain = { entry, windowMs: rateWindowMs(stepMs, scrapeMs) }
  if (stepMs <= scrapeMs) return { ...plain, note: null }
  const span = durationWords(stepMs)
  const noted = (note: string) => (stepMs <= readingMs ? null : note)
  const { long, query, worst: extreme = entry.combine } = entry
  if (long !== undefined) {
    const step = durationText(stepMs)
    const over = ({ modelQuery, ...texts }: { query: string; modelQuery?: string }) => ({
      query: texts.query.replaceAll('$step', step),
      ...(modelQuery !== undefined && { modelQuery: modelQuery.replaceAll('$step', step) }),
    })
    return { ...plain, entry: { ...entry, ...over(long) }, note: noted(`Each point is the ${superlatives[long.each]} value of the ${span} before it.`) }
  }
  const rate = query.includes('$window')
  if (extreme === 'none') return { ...plain, note: null }
  if (extreme === 'sum') {
    return { ...plain, note: noted(rate ? `Each point is the mean of the ${span} before it.` : `Each point is the value at its moment, every ${span}: a spike between two of them does not show.`) }
  }
  const least = Math.max(readingMs, 4 * scrapeMs, lengthMs / maxReadings)
  const reading = readings.find((length) => length >= least) ?? stepMs
  if (stepMs <= reading) return { ...plain, note: noted(`Each point looks back on the ${span} before it.`) }
  const worst = (text: string) => `${extreme}_over_time((${text}${text.includes('#') ? '\n' : ''})[${durationText(stepMs)}:${durationText(reading)}])`
  return {
    entry: { ...entry, query: worst(query), ...(entry.modelQuery !== undefined && { modelQuery: worst(entry.modelQuery) }) },
    windowMs: rateWindowMs(reading, scrapeMs),
    coarser: { ...plain, note: `The server does not read so much at once: each point is the whole of the ${span} before it, so that a short spike is small.` },
    note: rate
      ? `Each point is the worst ${durationWords(reading)} of the ${span} before it.`
      : `Each point is the ${superlatives[extreme]} of readings every ${durationWords(reading)} of the ${span} before it.`,
  }
}
