import { mergeSeries } from '@/domain/samples'
import type { Sample, Series, SeriesSet } from '@/domain/series'

/** What the line for all other versions is called. */
export const restName = 'other'

/**
 * What becomes of the versions that are not drawn: `sum` for parts of a whole; a mean weighted by another
 * signal, which for error ratios weighted by request rates is exactly their common ratio (of points that are the worst
 * of a step it is never less than that); `leave-out` for quantiles and scores, which cannot be joined.
 */
export type Rest = 'sum' | 'leave-out' | { meanBy: SeriesSet | undefined }

/**
 * The series that are drawn on their own, and the rest as one line where that can be honest. `drawn` is empty
 * for all of them.
 */
export function drawnSeries(set: SeriesSet, drawn: readonly string[], rest: Rest): SeriesSet {
  if (drawn.length === 0) return set
  const own = set.series.filter(({ subject }) => subject.version === null || drawn.includes(subject.version))
  const others = set.series.filter((series) => !own.includes(series))
  const [first] = others
  if (first === undefined || rest === 'leave-out') return { ...set, series: own }
  const samples = rest === 'sum' ? summed(others) : weightedMean(others, rest.meanBy)
  if (samples.every(([, value]) => value === null)) return { ...set, series: own }
  return { ...set, series: [...own, { subject: { ...first.subject, version: restName, labels: {} }, samples }] }
}

/** A list that was joined by line breaks to be a dependency of a memo. */
export function listOf(lines: string): readonly string[] {
  return lines === '' ? [] : lines.split('\n')
}

/** Several series added up; a gap where none has a value. */
export function summed(series: readonly Series[]): readonly Sample[] {
  return mergeSeries(series).map(({ at, values }): Sample => {
    const known = values.filter((value) => value !== null)
    return [at, known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)]
  })
}

function weightedMean(series: readonly Series[], weights: SeriesSet | undefined): readonly Sample[] {
  const weightOf = series.map(({ subject }) => new Map(weights?.series.find((other) => other.subject.version === subject.version)?.samples))
  return mergeSeries(series).map(({ at, values }): Sample => {
    let [sum, total] = [0, 0]
    for (const [i, value] of values.entries()) {
      const weight = weightOf[i]?.get(at) ?? 0
      if (value === null) continue
      sum += value * weight
      total += weight
    }
    return [at, total === 0 ? null : sum / total]
  })
}

/** What stands instead of a chart where `isNumberless`: neither "none" nor "zero" was said. */
export const numberlessText =
  'The answer names this model, but not one of its values in this range is a number: what an exporter does not know, or a share of nothing, is NaN.'

/** Whether it has series, and no number in them: it does not say that there was nothing. */
export function isNumberless(set: SeriesSet): boolean {
  return set.series.length > 0 && !hasValues(set)
}

/** Whether anything in it has a value. */
export function hasValues({ series }: SeriesSet): boolean {
  return series.some(({ samples }) => samples.some(([, value]) => value !== null))
}
