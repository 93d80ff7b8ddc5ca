import type { HeadlineMetric, QualityMetric } from '@/domain/metric'
import { metricSupport } from '@/domain/quality/metricSupport'
import type { Sample, SeriesSet } from '@/domain/series'

/** The live signals from which it follows on how many cases a measure rests. */
export interface LiveSignals {
  /** Labelled predictions. */
  samples: SeriesSet | undefined
  accuracy: SeriesSet | undefined
  precision: SeriesSet | undefined
  recall: SeriesSet | undefined
}

/**
 * On how many cases each value of a live measure rests: all labelled predictions for accuracy, for the others
 * a part of them that follows from the measures together, as of two classes. `undefined`: not known (yet).
 */
export function measureSupport(metric: HeadlineMetric, { samples, accuracy, precision, recall }: LiveSignals): SeriesSet | undefined {
  if (samples === undefined || metric === 'accuracy') return samples
  if (accuracy === undefined || precision === undefined || recall === undefined) return undefined
  const [accuracyAt, precisionAt, recallAt] = [accuracy, precision, recall].map(valuesByVersion)
  return {
    ...samples,
    series: samples.series.map(({ subject, samples: counts }) => ({
      subject,
      samples: counts.map(([at, n]): Sample => {
        const value = (of: typeof accuracyAt) => of?.get(subject.version)?.get(at) ?? null
        const quality = {
          accuracy: live('accuracy', value(accuracyAt)),
          precision: live('precision', value(precisionAt)),
          recall: live('recall', value(recallAt)),
        }
        return [at, metricSupport(metric, quality, n)]
      }),
    })),
  }
}

function valuesByVersion({ series }: SeriesSet): ReadonlyMap<string | null, ReadonlyMap<number, number | null>> {
  return new Map(series.map(({ subject, samples }) => [subject.version, new Map(samples)]))
}

function live(metric: HeadlineMetric, value: number | null): QualityMetric {
  return { metric, value, rawName: metric, split: 'bare', average: null }
}
