import type { QualityMetrics } from '@/domain/metric'
import type { Run } from '@/domain/run'
import { fillerWords, splitRank, splitWords, words } from './metricName'

/** How many cases a run's measures were computed on, and what says so: a metric or a data set. */
export interface Support {
  n: number
  from: string
}

/** What is left of a logged name without split and average when it counts cases. */
const countNames: ReadonlySet<string> = new Set([
  'support', 'example_count', 'examples', 'num_examples', 'n_examples', 'samples', 'num_samples', 'n_samples',
  'sample_count', 'size', 'rows', 'num_rows', 'n',
])
const silent = new Set([...splitRank.flatMap((split) => splitWords[split]), ...fillerWords, 'macro', 'weighted', 'micro'])

/**
 * The number of cases behind a run's measures: a count that it logged for the same split (`test_samples`,
 * `example_count` of mlflow.evaluate, `weighted avg_support` of scikit-learn's report), else the rows of its one
 * evaluation data set. `null`: not known; measures on training data have none that counts.
 */
export function supportOf(run: Run, quality: QualityMetrics = run.quality): Support | null {
  const split = Object.values(quality)[0]?.split ?? 'bare'
  if (split === 'training') return null
  const counts = run.metrics.flatMap(({ key, value }) => {
    const all = words(key)
    const rest = all.filter((word) => !silent.has(word)).join('_')
    if (value === null || value < 1 || !Number.isInteger(value) || !countNames.has(rest)) return []
    const said = splitRank.find((known) => splitWords[known].some((word) => all.includes(word))) ?? 'bare'
    return said === split || said === 'bare' ? [{ n: value, from: key, exact: said === split }] : []
  })
  const counted = counts.find(({ exact }) => exact) ?? counts[0]
  if (counted) return { n: counted.n, from: counted.from }
  const evaluated = (run.datasets ?? []).filter(({ context, rows }) => isHeldOut(context) && rows !== null)
  const [only, ...others] = evaluated
  return only?.rows == null || others.length > 0 ? null : { n: only.rows, from: only.name }
}

function isHeldOut(context: string | null): boolean {
  const said = words(context ?? '')
  return (['test', 'eval', 'val'] as const).some((split) => splitWords[split].some((word) => said.includes(word)))
}
