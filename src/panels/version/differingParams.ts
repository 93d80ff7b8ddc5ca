import type { Run } from '@/domain/run'
import { keyedDifferences, type KeyedDifference } from './keyedDifferences'

/** The parameters in which the runs differ, by name; `null`: the run did not log it. Runs that are not known differ in nothing. */
export function differingParams(runs: readonly (Run | null)[]): readonly KeyedDifference[] {
  return keyedDifferences(runs.map((run) => run?.params ?? null)).differing
}
