import { compareQuality, type QualityComparison } from '@/domain/compare'
import type { KnownMetric, QualityMetric, QualityMetrics } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import { higherIsBetter, knownMetrics } from '@/domain/quality/metricTable'
import { metricsOf, taskOf } from '@/domain/quality/primaryMetric'
import type { Run } from '@/domain/run'

/** A version and what its run logged; `run` is `null` for a version without one. */
export interface MeasuredVersion {
  version: string
  /** `champion v12`. */
  label: string
  run: Run | null
}

/** One version's value of a measure, against the first version. */
export interface MetricCell {
  logged: QualityMetric | undefined
  /** `null` for the first version itself. */
  comparison: QualityComparison | null
  /** The best of three or more; of two, the difference says it. */
  best: boolean
}

export interface MetricRow {
  metric: KnownMetric
  cells: readonly MetricCell[]
}

/** The recognised measures that any of the versions has, those of the task first. The first version is the reference. */
export function metricRows(versions: readonly MeasuredVersion[], task: ModelTask | null): readonly MetricRow[] {
  const all = versions.map(({ run }) => run?.quality ?? {})
  const together: QualityMetrics = Object.assign({}, ...all)
  const leading = metricsOf(taskOf(task, together))
  const order = [...leading, ...knownMetrics.filter((metric) => !leading.includes(metric))]
  return order
    .filter((metric) => all.some((quality) => quality[metric] !== undefined))
    .map((metric) => {
      const reference = all[0]?.[metric]
      const best = bestValue(metric, all.map((quality) => quality[metric]?.value ?? null))
      const cells = all.map((quality, index): MetricCell => {
        const logged = quality[metric]
        return {
          logged,
          comparison: index === 0 ? null : compareQuality(metric, reference, logged),
          best: best !== null && logged?.value === best,
        }
      })
      return { metric, cells }
    })
}

/** `null` where there are fewer than three values, or all are the same. */
function bestValue(metric: KnownMetric, values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length < 3 || new Set(known).size === 1) return null
  return higherIsBetter(metric) ? Math.max(...known) : Math.min(...known)
}

/** A metric that the naming rule does not know, as it was logged, by version. */
export interface RawRow {
  key: string
  /** `undefined`: not logged. `null`: logged, but not a number. */
  values: readonly (number | null | undefined)[]
}

/** Everything that was logged beside the recognised measures, by name. */
export function rawRows(versions: readonly MeasuredVersion[]): readonly RawRow[] {
  const recognised = new Set(versions.flatMap(({ run }) => Object.values(run?.quality ?? {}).map(({ rawName }) => rawName)))
  const maps = versions.map(({ run }) => new Map((run?.metrics ?? []).map(({ key, value }) => [key, value])))
  const keys = [...new Set(maps.flatMap((map) => [...map.keys()]))].filter((key) => !recognised.has(key))
  return keys.toSorted().map((key) => ({ key, values: maps.map((map) => map.get(key)) }))
}

/** How a measure was taken, in words: `test_f1 · test data · macro average`. */
export function measuredHow({ rawName, split, average }: QualityMetric): string {
  const data = { test: 'test data', eval: 'evaluation data', val: 'validation data', bare: 'the name says no data set', training: 'training data' }
  return [rawName, data[split], ...(average === null ? [] : [`${average} average`])].join(' · ')
}
