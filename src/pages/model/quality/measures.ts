import type { HeadlineMetric, KnownMetric, QualityMetrics } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import { metricsOf, taskOf } from '@/domain/quality/primaryMetric'

/** The measures that stand for a model. */
export interface Measures {
  /** `null`: unknown, because nothing was logged that would tell. */
  task: ModelTask | null
  /** The four of a classifier, or those of a regression that any version logged. */
  main: readonly KnownMetric[]
  /** What else was logged and recognised. */
  others: readonly KnownMetric[]
}

/** As people read them; the list elsewhere is ordered by how much they tell. */
export const headlineOrder: readonly HeadlineMetric[] = ['accuracy', 'precision', 'recall', 'f1']

/** So many stand side by side. */
const mostMain = 4

/**
 * Which measures to draw for versions that logged these; `undefined`: still loading, and then those that are
 * likely, so that panels are in their place before they are filled.
 */
export function measuresOf(tag: ModelTask | null, logged: readonly QualityMetrics[] | undefined): Measures {
  if (logged === undefined) {
    const task = taskOf(tag, {})
    return { task, main: task === 'regression' ? metricsOf(task).slice(0, mostMain) : headlineOrder, others: [] }
  }
  const together: QualityMetrics = Object.assign({}, ...logged)
  const task = taskOf(tag, together)
  const has = (metric: KnownMetric) => together[metric] !== undefined
  const headline: readonly KnownMetric[] = headlineOrder
  // A tag may say `ranking` or `clustering`: then what was logged decides.
  const classifies = task === 'classification' || (task !== 'regression' && headline.some(has))
  const all = classifies ? headline : metricsOf(task).filter((metric) => has(metric) && !headline.includes(metric))
  const main = all.slice(0, mostMain)
  return { task, main, others: metricsOf(null).filter((metric) => has(metric) && !main.includes(metric)) }
}
