import { compareQuality, type QualityComparison } from '@/domain/compare'
import { headlineMetrics, type KnownMetric, type QualityMetric } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import { metricSupport } from '@/domain/quality/metricSupport'
import { knownMetrics } from '@/domain/quality/metricTable'
import { metricsOf, taskOf } from '@/domain/quality/primaryMetric'
import { supportOf } from '@/domain/quality/support'
import type { Run } from '@/domain/run'

/** One measure of two versions. */
export interface ComparisonRow {
  metric: KnownMetric
  /** `undefined`: not logged. */
  reference: QualityMetric | undefined
  candidate: QualityMetric | undefined
  comparison: QualityComparison
}

/**
 * The measures of two runs side by side: the four of a classifier whether logged or not, a regression's own,
 * then whatever else one of them logged. `null` runs logged nothing.
 */
export function comparisonRows(reference: Run | null, candidate: Run | null, task: ModelTask | null): readonly ComparisonRow[] {
  const [before, after] = [reference?.quality ?? {}, candidate?.quality ?? {}]
  const logged = (metric: KnownMetric) => before[metric] !== undefined || after[metric] !== undefined
  const kind = taskOf(task, { ...before, ...after })
  const always: readonly KnownMetric[] = kind === 'regression' ? [] : headlineMetrics
  const order = [...new Set<KnownMetric>([...always, ...metricsOf(kind), ...knownMetrics])]
  const cases = { reference: reference && (supportOf(reference)?.n ?? null), candidate: candidate && (supportOf(candidate)?.n ?? null) }
  return order
    .filter((metric) => always.includes(metric) || logged(metric))
    .map((metric) => ({
      metric,
      reference: before[metric],
      candidate: after[metric],
      comparison: compareQuality(metric, before[metric], after[metric], {
        support: { reference: metricSupport(metric, before, cases.reference), candidate: metricSupport(metric, after, cases.candidate) },
      }),
    }))
}
