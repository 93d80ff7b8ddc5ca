import { skipToken, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { productionOf, type AliasNames } from '@/domain/lifecycle'
import type { ModelRef, RegisteredModel, ServedModel } from '@/domain/model'
import type { FigureSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import { servedModel } from './servedModel'
import { useRefetchInterval, whileFailing } from './timeControls'

/** One question about every model at once. */
interface Question {
  signal: SignalName
  windowMs: number
  offsetMs: number
  /** Traffic counts whoever answers it; the quality of a challenger is none of the champion's; only some models run in batches. */
  of: 'model' | 'champion' | 'batch'
}

/** A model as monitoring finds it, and the version that is its champion. */
export interface FleetModel {
  served: ServedModel
  champion: string | null
  batch: boolean
}

/** What rates and quantiles of "now" look back on. */
export const recentMs = 5 * minuteMs
/** How long before now the figures of "before" were. */
export const comparedMs = dayMs
/** Labels come late, and quality sinks slowly. */
export const qualityComparedMs = 9 * dayMs

/** What the list asks: a constant number of queries, however many models there are. */
export const fleetQuestions = {
  rate: { signal: 'request_rate', windowMs: recentMs, offsetMs: 0, of: 'model' },
  rateBefore: { signal: 'request_rate', windowMs: hourMs, offsetMs: comparedMs, of: 'model' },
  errors: { signal: 'error_ratio', windowMs: recentMs, offsetMs: 0, of: 'model' },
  errorsBefore: { signal: 'error_ratio', windowMs: hourMs, offsetMs: comparedMs, of: 'model' },
  p95: { signal: 'latency_p95', windowMs: recentMs, offsetMs: 0, of: 'model' },
  p95Before: { signal: 'latency_p95', windowMs: hourMs, offsetMs: comparedMs, of: 'model' },
  recall: { signal: 'quality_recall', windowMs: recentMs, offsetMs: 0, of: 'champion' },
  recallBefore: { signal: 'quality_recall', windowMs: hourMs, offsetMs: qualityComparedMs, of: 'champion' },
  accuracy: { signal: 'quality_accuracy', windowMs: recentMs, offsetMs: 0, of: 'champion' },
  accuracyBefore: { signal: 'quality_accuracy', windowMs: hourMs, offsetMs: qualityComparedMs, of: 'champion' },
  precision: { signal: 'quality_precision', windowMs: recentMs, offsetMs: 0, of: 'champion' },
  precisionBefore: { signal: 'quality_precision', windowMs: hourMs, offsetMs: qualityComparedMs, of: 'champion' },
  f1: { signal: 'quality_f1', windowMs: recentMs, offsetMs: 0, of: 'champion' },
  f1Before: { signal: 'quality_f1', windowMs: hourMs, offsetMs: qualityComparedMs, of: 'champion' },
  samples: { signal: 'quality_samples', windowMs: recentMs, offsetMs: 0, of: 'champion' },
  drift: { signal: 'drift', windowMs: recentMs, offsetMs: 0, of: 'model' },
  batchAge: { signal: 'batch_age', windowMs: recentMs, offsetMs: 0, of: 'batch' },
  batchInterval: { signal: 'batch_interval', windowMs: recentMs, offsetMs: 0, of: 'batch' },
  batchFailed: { signal: 'batch_failed', windowMs: recentMs, offsetMs: 0, of: 'batch' },
} as const satisfies Record<string, Question>

export type FleetQuestion = keyof typeof fleetQuestions

/** The figures of one model: `undefined`: not asked, or not answered yet; `null`: asked, and no data. */
export type ModelFigures = Readonly<Partial<Record<FleetQuestion, number | null>>> & {
  /** The feature that drifts most. */
  driftFeature?: string | null
}

export interface Fleet {
  /** By `fleetKey`. */
  figures: ReadonlyMap<string, ModelFigures>
  /** Where any question failed: the first failure, to be said once. */
  error: Error | null
  retry: () => void
  /** Some question has not been answered for the first time. */
  isPending: boolean
}

export function fleetKey({ source, name }: ModelRef): string {
  return `${source}/${name}`
}

export function fleetModel(model: RegisteredModel, aliasNames: AliasNames): FleetModel {
  return { served: servedModel(model), champion: productionOf(model, aliasNames)?.version ?? null, batch: runsInBatches(model) }
}

function runsInBatches({ servingKind }: RegisteredModel): boolean {
  return servingKind === 'batch' || servingKind === 'hybrid'
}

const questions = Object.entries(fleetQuestions)

/** Asks the monitoring about all of these models at once, and again at the page's refresh. */
export function useFleetFigures(models: readonly FleetModel[]): Fleet {
  const monitoring = useMonitoring()
  const refetchInterval = useRefetchInterval()
  const enabled = models.length > 0
  const asked = questions.filter(([, { signal, of }]) => monitoring?.supports(signal) === true && (of !== 'batch' || models.some(({ batch }) => batch)))
  return useQueries({
    queries: monitoring
      ? asked.map(([, { signal, windowMs, offsetMs, of }]) => ({
            ...figuresQuery(monitoring, signal, { models: models.filter(isOf(of)).map(({ served }) => served), by: of === 'champion' ? 'version' : 'model' }, { windowMs, offsetMs }),
            enabled,
            // What was is asked once; only what is now moves.
            refetchInterval: offsetMs === 0 ? refetchInterval : whileFailing(refetchInterval),
          }))
      : [],
    combine: collect,
  })

  function collect(results: readonly UseQueryResult<FigureSet>[]): Fleet {
    const figures = new Map<string, Record<string, number | string | null>>()
    const champions = new Map(models.map(({ served: { ref }, champion }) => [fleetKey(ref), champion]))
    asked.forEach(([id, { of }], index) => {
      const answer = results[index]?.data
      if (!answer) return
      for (const { served } of models.filter(isOf(of))) figures.set(fleetKey(served.ref), { ...figures.get(fleetKey(served.ref)), [id]: null })
      for (const { subject, value } of answer.figures) {
        const own = figures.get(fleetKey(subject.ref))
        if (!own || value === null) continue
        // Where versions are not told apart, what serves is taken for the champion.
        if (of === 'champion' && subject.version !== null && subject.version !== champions.get(fleetKey(subject.ref))) continue
        const known = own[id]
        // Drift comes a figure a feature: the list shows the worst.
        if (typeof known === 'number' && known >= value) continue
        own[id] = value
        if (id === 'drift') own['driftFeature'] = subject.labels['feature'] ?? null
      }
    })
    return {
      figures,
      error: results.find((result) => result.error)?.error ?? null,
      isPending: enabled && results.some((result) => result.isPending),
      retry: () => results.filter((result) => result.error).forEach((result) => void result.refetch()),
    }
  }
}

function isOf(of: Question['of']) {
  return ({ batch }: FleetModel) => of !== 'batch' || batch
}

/** Requests per second of each version of these few models, by `source/name/version`. */
export function useVersionRates(models: readonly ServedModel[]): ReadonlyMap<string, number | null> {
  const monitoring = useMonitoring()
  const refetchInterval = useRefetchInterval()
  const asked = monitoring?.supports('request_rate') === true && models.length > 0
  const { data } = useQuery(
    asked
      ? { ...figuresQuery(monitoring, 'request_rate', { models, by: 'version' }, { windowMs: recentMs }), refetchInterval }
      : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
  return new Map(data?.figures.map(({ subject, value }) => [`${fleetKey(subject.ref)}/${subject.version}`, value]))
}
