import { isClassifier } from '@/demo/world/catalog/modelSpec'
import { versionQuality } from '@/demo/world/history/quality'
import { hash32 } from '@/demo/world/random'
import { dayMs, type EpochMs, hourMs } from '@/domain/time'
import { smoothNoise } from './rhythm'
import type { ServedModel } from './servedModel'

/** What `claim-fraud` goes through: the measure, from and to, and how long before the start it began. */
export const recallStory = { model: 'claim-fraud', lastAffectedVersion: 12, from: 0.91, to: 0.78, days: 9 } as const

/** One gauge of live quality. */
export interface LiveMeasure {
  metric: string
  /** The value that labels seen up to an instant give, from `samples` labelled predictions. */
  at(at: EpochMs, samples: number): number
}

/**
 * The measures of one version as labels come back: near what its run logged, with the noise of the
 * sample size. F1 and accuracy follow from precision, recall and prevalence.
 */
export function liveMeasures(seed: string, model: ServedModel, version: number, start: EpochMs): readonly LiveMeasure[] {
  const spec = model.spec
  if (spec === null) return []
  const quality = versionQuality(seed, spec, version)
  const key = hash32(`${spec.name}/${version}/live`)
  if (quality.kind === 'regressor') {
    const { mae, rmse, r2 } = quality.measures
    const factor = (at: EpochMs, samples: number) => 1.02 + (0.6 / Math.sqrt(Math.max(30, samples))) * smoothNoise(key, at, 9 * hourMs)
    return [
      { metric: 'mae', at: (at, samples) => mae * factor(at, samples) },
      { metric: 'rmse', at: (at, samples) => rmse * factor(at, samples) },
      { metric: 'r2', at: (at, samples) => 1 - (1 - r2) * factor(at, samples) ** 2 },
    ]
  }
  const prevalence = isClassifier(spec.quality) ? spec.quality.prevalence : 0.5
  const drifts = spec.name === recallStory.model && version <= recallStory.lastAffectedVersion
  const wobble = (salt: number, value: number, at: EpochMs, samples: number) =>
    0.4 * Math.sqrt((value * (1 - value)) / Math.max(30, samples)) * smoothNoise(key ^ salt, at, 9 * hourMs)
  const recallAt = (at: EpochMs, samples: number) => {
    const sunk = drifts ? sinking(at, start) : 0
    const base = drifts ? recallStory.from + (recallStory.to - recallStory.from) * sunk : quality.measures.recall - 0.004
    return clamp(base + wobble(1, base, at, samples) * (drifts ? 0.5 : 1))
  }
  const precisionAt = (at: EpochMs, samples: number) => {
    const base = quality.measures.precision - 0.003 + (drifts ? 0.03 * sinking(at, start) : 0)
    return clamp(base + wobble(2, base, at, samples))
  }
  return [
    { metric: 'recall', at: recallAt },
    { metric: 'precision', at: precisionAt },
    {
      metric: 'f1',
      at: (at, samples) => {
        const [p, r] = [precisionAt(at, samples), recallAt(at, samples)]
        return (2 * p * r) / (p + r)
      },
    },
    {
      metric: 'accuracy',
      at: (at, samples) => {
        const [p, r] = [precisionAt(at, samples), recallAt(at, samples)]
        return 1 - prevalence * (1 - r) - prevalence * r * (1 / p - 1)
      },
    },
  ]
}

/** How far the drift has come: 0 before it began, 1 from the start of the demo on. */
export function sinking(at: EpochMs, start: EpochMs): number {
  return Math.min(1, Math.max(0, 1 + (at - start) / (recallStory.days * dayMs)))
}

function clamp(value: number): number {
  return Math.min(0.999, Math.max(0.01, value))
}
