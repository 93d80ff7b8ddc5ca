import type { KnownMetric, QualityMetric, QualityMetrics } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import { knownMetrics, metricTable } from './metricTable'

/**
 * What the model does: what its tag says, else what its measures are made for, else `null`.
 * A model with measures of both kinds is a classifier that someone also scored as numbers.
 */
export function taskOf(tag: ModelTask | null, quality: QualityMetrics): ModelTask | null {
  const said = tag?.trim().toLowerCase()
  if (said) return said
  const tasks = knownMetrics.filter((metric) => quality[metric] !== undefined).map((metric) => metricTable[metric].task)
  return tasks.includes('classification') ? 'classification' : (tasks[0] ?? null)
}

/** The measures that stand for a task, most telling first; all of them where the task is unknown. */
export function metricsOf(task: ModelTask | null): readonly KnownMetric[] {
  const ofTask = knownMetrics.filter((metric) => metricTable[metric].task === task)
  return ofTask.length > 0 ? ofTask : knownMetrics
}

/**
 * The one measure to show for a model: the first of its task's order that is a number and not from training,
 * else the first that is a number, else the first that was logged at all. `null`: none.
 */
export function primaryMetric(quality: QualityMetrics, task: ModelTask | null): QualityMetric | null {
  const logged = metricsOf(task).flatMap((metric) => quality[metric] ?? [])
  return (
    logged.find(({ value, split }) => value !== null && split !== 'training') ??
    logged.find(({ value }) => value !== null) ??
    logged[0] ??
    null
  )
}
