import { useQueries } from '@tanstack/react-query'
import type { ServingEvidence } from '@/domain/gate/evidence'
import type { RegisteredModel } from '@/domain/model'
import { dayMs } from '@/domain/time'
import { servedModel } from '@/panels/servedModel'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'
import { countedRequests } from './countedRequests'

/** A day holds a full rhythm of traffic, and enough requests of a canary that gets few. */
export const servingWindowMs = dayMs

const signals = ['request_rate', 'error_ratio', 'latency_p95'] as const

/** What monitoring says of the versions of a model over the last day, or over a day that ended earlier. */
export interface ServingFigures {
  waiting: boolean
  /** `undefined`: not configured, or versions are not told apart. `null`: it did not answer, or knows nothing of the model. */
  of: (version: string) => ServingEvidence | null | undefined
  error: Error | null
  retry: () => void
}

export interface ServingWindow {
  windowMs: number
  offsetMs: number
}

/** Asks for requests, errors and p95 of every version of a model. */
export function useServingEvidence(
  model: RegisteredModel,
  { windowMs, offsetMs }: ServingWindow = { windowMs: servingWindowMs, offsetMs: 0 },
  enabled = true,
): ServingFigures {
  const monitoring = useMonitoring()
  const possible = monitoring !== null && signals.every((name) => monitoring.supports(name) === true)
  const results = useQueries({
    queries:
      possible && enabled
        ? signals.map((name) => figuresQuery(monitoring, name, { models: [servedModel(model)], by: 'version' }, { windowMs, offsetMs }))
        : [],
  })
  const [rates, errors, latencies] = results.map(({ data }) => data)
  const told = rates?.figures.filter(({ subject }) => subject.version !== null) ?? []
  const unversioned = (rates?.figures.length ?? 0) > 0 && told.length === 0
  const valueOf = (set: typeof rates, version: string) =>
    set?.figures.find(({ subject }) => subject.version === version)?.value ?? null

  return {
    waiting: results.some(({ isPending }) => isPending),
    of(version) {
      if (!possible || !enabled || unversioned) return undefined
      if (rates === undefined || told.length === 0) return null
      return {
        requests: countedRequests(rates, version, windowMs),
        errorRatio: valueOf(errors, version),
        p95Ms: valueOf(latencies, version),
      }
    },
    error: results.find(({ error }) => error)?.error ?? null,
    retry: () => results.filter(({ error }) => error).forEach((result) => void result.refetch()),
  }
}
