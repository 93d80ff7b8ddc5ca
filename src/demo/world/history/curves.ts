import type { Flavor, NamingStyle } from '@/demo/world/catalog/modelSpec'
import { normalAt, hash32 } from '@/demo/world/random'
import type { MetricRecord } from '@/demo/world/registryState'

/** How one metric moved while the model was trained. */
export interface Curve {
  key: string
  points: number
  /** Steps between points: 1 for epochs and boosting rounds, more for a Trainer's logging interval. */
  stepSize: number
  start: number
  end: number
}

/** Losses, and the epoch-wise score where the library reports one. `loss` is the held-out one; `score` the key and value that the epochs lead to. */
export function trainingCurves(
  flavor: Flavor,
  style: NamingStyle,
  loss: number,
  score: readonly [key: string, value: number] | undefined,
): readonly Curve[] {
  switch (flavor) {
    case 'xgboost':
      return [curve('train-logloss', 150, 0.69, 0.7 * loss), curve('validation-logloss', 150, 0.69, loss)]
    case 'lightgbm':
      return [curve('training-l2', 120, 1, 0.75 * loss), curve('valid_1-l2', 120, 1, loss)]
    case 'pytorch':
      return [curve('train_loss', 40, 1.6, 0.7 * loss), curve('val_loss', 40, 1.5, loss), ...scoreCurve(score, 40, 1)]
    case 'transformers': {
      const scores = style === 'eval_' ? scoreCurve(score, 6, 500) : []
      return [{ ...curve('loss', 60, 2.1, 0.65 * loss), stepSize: 50 }, { ...curve('eval_loss', 6, 0.9, loss), stepSize: 500 }, ...scores]
    }
    default:
      return []
  }
}

/** The points of a curve between two instants, ending at exactly its last value. */
export function curvePoints(runId: string, curve: Curve, from: number, to: number): readonly MetricRecord[] {
  const key = hash32(runId + curve.key)
  const span = Math.abs(curve.end - curve.start)
  return Array.from({ length: curve.points }, (_, i) => {
    const done = curve.points === 1 ? 1 : i / (curve.points - 1)
    const decay = Math.exp(-5 * done)
    const floor = Math.exp(-5)
    const shape = (decay - floor) / (1 - floor)
    const wobble = i === curve.points - 1 ? 0 : 0.025 * span * normalAt(key, i)
    return {
      key: curve.key,
      value: Number((curve.end + (curve.start - curve.end) * shape + wobble).toFixed(6)),
      at: Math.round(from + (to - from) * done),
      step: (i + 1) * curve.stepSize - (curve.stepSize === 1 ? 1 : 0),
    }
  })
}

function curve(key: string, points: number, start: number, end: number): Curve {
  return { key, points, stepSize: 1, start, end }
}

function scoreCurve(score: readonly [key: string, value: number] | undefined, points: number, stepSize: number): readonly Curve[] {
  return score === undefined ? [] : [{ key: score[0], points, stepSize, start: score[1] * 0.55, end: score[1] }]
}
