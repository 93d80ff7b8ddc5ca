import type { Folds } from '@/domain/evaluation/evaluation'
import type { LoggedMetric } from '@/domain/metric'
import type { Run } from '@/domain/run'
import { columnsOf, numberOf, plain } from './table'

/** `fold_0_f1`, `cv/3/f1`, `split2_test_score`, `f1_fold_4`, `cv_f1_0`: the number of the fold, and what is left. */
const patterns = [
  /^(?:cv[_/.-]?)?(?:fold|split)[_/. -]?(?<fold>\d+)[_/. -](?<name>.+)$/i,
  /^cv[_/. -]?(?<fold>\d+)[_/. -](?<name>.+)$/i,
  /^(?<name>.+?)[_/. -](?:fold|split)[_/. -]?(?<fold>\d+)$/i,
  /^cv[_/. -](?<name>.+?)[_/. -](?<fold>\d+)$/i,
]

/** What the folds scored, from metrics that name them. `null`: fewer than two folds are named. */
export function foldsOfMetrics(metrics: readonly LoggedMetric[], origin = 'metrics of the run'): Folds | null {
  const byName = new Map<string, Map<number, number | null>>()
  for (const { key, value } of metrics) {
    const match = patterns.map((pattern) => pattern.exec(key)?.groups).find((groups) => groups !== undefined)
    if (match?.['name'] === undefined || match['fold'] === undefined) continue
    const folds = byName.get(match['name']) ?? new Map<number, number | null>()
    byName.set(match['name'], folds.set(Number(match['fold']), value))
  }
  return foldsOf(origin, byName)
}

/** scikit-learn's `cv_results_` as autolog keeps it: the folds of the best candidate. */
export function readSearchResults(origin: string, content: unknown): Folds | null {
  const columns = columnsOf(content)
  const ranks = columns && [...columns].find(([name]) => plain(name).startsWith('rank_test_'))?.[1]
  if (columns === null) return null
  const best = ranks?.findIndex((rank) => numberOf(rank) === 1) ?? 0
  const logged = [...columns].flatMap(([key, values]) => {
    const name = /^split\d+_test_/.test(key) ? key.replace('_test_', '_') : key
    return /^split\d+_/.test(key) && !/_train_/.test(key) ? [{ key: name, value: numberOf(values[Math.max(0, best)]), step: null, at: null }] : []
  })
  return foldsOfMetrics(logged, origin)
}

/** A table with a row a fold: `fold`, then a column a measure. */
export function readFoldTable(origin: string, content: unknown): Folds | null {
  const columns = columnsOf(content)
  const folds = columns && [...columns].find(([name]) => ['fold', 'folds', 'split', 'cv_fold'].includes(plain(name)))
  if (columns === null || folds == null) return null
  const measures = [...columns].filter(([name, values]) => name !== folds[0] && values.some((value) => numberOf(value) !== null))
  return foldsOf(origin, new Map(measures.map(([name, values]) => [name, new Map(values.map((value, i) => [i, numberOf(value)]))])))
}

/** Nested runs that say which fold they are: by their name, or a parameter or tag `fold`. */
export function foldsOfRuns(children: readonly Run[]): Folds | null {
  const numbered = children.flatMap((run) => {
    const said = run.params['fold'] ?? run.tags['fold'] ?? /fold[_ -]?(\d+)/i.exec(run.name ?? '')?.[1]
    return said === undefined || !/^\d+$/.test(said) ? [] : [{ fold: Number(said), run }]
  })
  const byName = new Map<string, Map<number, number | null>>()
  for (const { fold, run } of numbered) {
    for (const { key, value } of run.metrics) byName.set(key, (byName.get(key) ?? new Map<number, number | null>()).set(fold, value))
  }
  return foldsOf('nested runs', byName)
}

function foldsOf(origin: string, byName: ReadonlyMap<string, ReadonlyMap<number, number | null>>): Folds | null {
  const folds = [...new Set([...byName.values()].flatMap((values) => [...values.keys()]))].toSorted((a, b) => a - b)
  if (folds.length < 2) return null
  // One fold alone is a coincidence of names: `top_5_recall`.
  const measures = [...byName].filter(([, values]) => values.size > 1).map(([name, values]) => ({ name, values: folds.map((fold) => values.get(fold) ?? null) }))
  return measures.length === 0 ? null : { origin, measures }
}
