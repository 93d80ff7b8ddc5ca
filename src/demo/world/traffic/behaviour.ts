import { hash32, noiseAt } from '@/demo/world/random'
import type { ServedModel } from './servedModel'

/** How the requests of one version end; every request is one of these. */
export const outcomes = ['fast', 'slow', 'refused', 'failed', 'overloaded'] as const
export type Outcome = (typeof outcomes)[number]

/** The HTTP status of each outcome. */
export const codeOf: Readonly<Record<Outcome, string>> = { fast: '200', slow: '200', refused: '422', failed: '500', overloaded: '503' }

/** As the metrics call an outcome: an error is what the service got wrong, not its caller. */
export const resultOf: Readonly<Record<Outcome, 'success' | 'error'>> = { fast: 'success', slow: 'success', refused: 'success', failed: 'error', overloaded: 'error' }

/** What one version of a model is like while it serves. */
export interface Behaviour {
  errorRatio: number
  /** Requests that the model's schema refuses. */
  refusedRatio: number
  p95Ms: number
}

export function behaviourOf(model: ServedModel, version: number): Behaviour {
  const own = model.spec?.version?.[version]
  const key = hash32(`${model.label}/${version}`)
  const spread = (low: number, high: number, salt: number) => low + (high - low) * noiseAt(key, salt)
  const plain = model.spec?.promotions.at(-1)?.[0] === version
  return {
    errorRatio: own?.errorRatio ?? model.traffic.errorRatio,
    refusedRatio: spread(0.0004, 0.004, 1),
    p95Ms: own?.p95Ms ?? model.traffic.p95Ms * (plain ? 1 : spread(0.97, 1.09, 2)),
  }
}

/** Share of the outcome at a place in `outcomes`, when the service is `load` times as busy as in working hours. */
export function outcomeShare({ errorRatio, refusedRatio }: Behaviour, load: number, outcome: number): number {
  if (outcome === 2) return refusedRatio
  if (outcome === 3) return errorRatio * 0.62
  if (outcome === 4) return errorRatio * 0.38
  const slow = Math.min(0.6, 0.12 + 0.13 * load)
  return (1 - errorRatio - refusedRatio) * (outcome === 1 ? slow : 1 - slow)
}
