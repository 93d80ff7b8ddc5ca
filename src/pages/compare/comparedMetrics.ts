import { compareQuality, type QualityComparison } from '@/domain/compare'
import { headlineMetrics, type KnownMetric, type QualityMetric, type QualityMetrics } from '@/domain/metric'
import type { ModelTask } from '@/domain/model'
import { metricSupport } from '@/domain/quality/metricSupport'
import { higherIsBetter, knownMetrics } from '@/domain/quality/metricTable'
import { metricsOf, taskOf } from '@/domain/quality/primaryMetric'
import { supportOf } from '@/domain/quality/support'
import type { Run } from '@/domain/run'

/** One version's value of a measure. */
export interface ComparedValue {
  /** `undefined`: not logged. */
  logged: QualityMetric | undefined
  /** Against the first version; `null` for that one itself. */
  comparison: QualityComparison | null
  /** The best of those that were measured as the first one was. */
  best: boolean
}

export interface ComparedMetric {
  metric: KnownMetric
  values: readonly ComparedValue[]
}

/** The measures of several runs, those of the task first; the first run is the reference. `null` runs logged nothing. */
export function comparedMetrics(runs: readonly (Run | null)[], task: ModelTask | null): readonly ComparedMetric[] {
  const all = runs.map((run) => run?.quality ?? {})
  const together: QualityMetrics = Object.assign({}, ...all)
  const kind = taskOf(task, together)
  const always: readonly KnownMetric[] = kind === 'regression' || Object.keys(together).length === 0 ? [] : headlineMetrics
  const order = [...new Set<KnownMetric>([...always, ...metricsOf(kind), ...knownMetrics])]
  const cases = runs.map((run) => run && (supportOf(run)?.n ?? null))
  return order
    .filter((metric) => always.includes(metric) || all.some((quality) => quality[metric] !== undefined))
    .map((metric) => {
      const reference = all[0]?.[metric]
      const support = all.map((quality, i) => metricSupport(metric, quality, cases[i] ?? null))
      const best = bestOf(metric, all.map((quality) => quality[metric]))
      return {
        metric,
        values: all.map((quality, i): ComparedValue => {
          const logged = quality[metric]
          return {
            logged,
            comparison: i === 0 ? null : compareQuality(metric, reference, logged, { support: { reference: support[0] ?? null, candidate: support[i] ?? null } }),
            best: best.has(i),
          }
        }),
      }
    })
}

/**
 * Who has the best value, by place. Only what was measured alike competes: a training score would beat every
 * honest one. None where fewer than two compete, or all are the same.
 */
function bestOf(metric: KnownMetric, logged: readonly (QualityMetric | undefined)[]): ReadonlySet<number> {
  const like = logged.find((one) => one !== undefined)
  const alike = logged.map((one) => (one && like && one.split === like.split && one.average === like.average ? one.value : null))
  const known = alike.filter((value) => value !== null)
  if (known.length < 2 || new Set(known).size === 1) return new Set()
  const best = higherIsBetter(metric) ? Math.max(...known) : Math.min(...known)
  return new Set(alike.flatMap((value, i) => (value === best ? i : [])))
}

/** What does not compare like with like, as sentences, each once. */
export function caveats(metrics: readonly ComparedMetric[]): readonly string[] {
  const sentences = metrics.flatMap(({ values }) => values.flatMap(({ comparison }) => comparison?.caveat ?? []))
  return [...new Set(sentences)].map((sentence) => sentence.replaceAll('`', ''))
}

/** That the versions were not measured on the same cases, as a sentence; `null`: they were, or nobody can tell. */
export function dataCaveat(versions: readonly { label: string; run: Run | null | undefined }[]): string | null {
  const groups = new Map<string, { data: string; labels: string[] }>()
  for (const { label, run } of versions) {
    const evaluated = (run?.datasets ?? []).filter(({ context }) => context !== null && !/train/i.test(context))
    const [only, ...others] = evaluated
    if (only === undefined || others.length > 0) continue
    const key = `${only.name} ${only.digest ?? ''}`
    const group = groups.get(key) ?? { data: only.name, labels: [] }
    group.labels.push(label)
    groups.set(key, group)
  }
  if (groups.size < 2) return null
  const shown = [...groups.values()].slice(0, mostGroups).map(({ data, labels }) => `${labels.join(', ')} on ${data}`)
  return `Not on the same cases: ${shown.join(', ')}${groups.size > mostGroups ? `, and ${groups.size - mostGroups} more sets` : ''}.`
}

const mostGroups = 4
