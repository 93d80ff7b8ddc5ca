import type { LoggedMetric } from '@/domain/metric'
import { primaryMetric } from '@/domain/quality/primaryMetric'
import type { ModelTask } from '@/domain/model'
import type { Run } from '@/domain/run'

/** The metrics of a run, those that were logged over steps first: they have a curve. */
export function curveMetrics({ metrics }: Run): readonly LoggedMetric[] {
  return metrics.toSorted((a, b) => Number(isStepped(b)) - Number(isStepped(a)) || a.key.localeCompare(b.key))
}

/** A last step above 0 says that there were others before it. */
export function isStepped({ step }: LoggedMetric): boolean {
  return step !== null && step > 0
}

const heldOut = /val|eval|test|valid/i

/** What to draw until someone chooses: a stepped metric of held-out data, else any stepped one, else the model's measure. */
export function defaultCurve(run: Run, task: ModelTask | null): string | null {
  const all = curveMetrics(run)
  const stepped = all.filter(isStepped)
  const chosen = stepped.find(({ key }) => heldOut.test(key)) ?? stepped[0]
  return chosen?.key ?? primaryMetric(run.quality, task)?.rawName ?? all[0]?.key ?? null
}
