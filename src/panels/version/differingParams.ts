import type { Run } from '@/domain/run'

/** A parameter that is not the same everywhere; `null`: the run did not log it. */
export interface DifferingParam {
  name: string
  values: readonly (string | null)[]
}

/** The parameters in which the runs differ, by name. Runs that are not known (`null`) differ in nothing. */
export function differingParams(runs: readonly (Run | null)[]): readonly DifferingParam[] {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run?.params ?? {})))].toSorted()
  return names
    .map((name) => ({ name, values: runs.map((run) => (run && Object.hasOwn(run.params, name) ? (run.params[name] ?? null) : null)) }))
    .filter(({ values }) => new Set(values.filter((_, index) => runs[index] !== null)).size > 1)
}
