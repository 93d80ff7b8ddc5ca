import { hash32, noiseAt } from '@/demo/world/random'
import { codeOf, outcomes, resultOf, type Outcome } from './behaviour'
import { bucketLabels } from './latency'
import type { Family, SeriesSource } from './seriesSource'
import type { ServedVersion } from './servedVersion'

const codes = [...new Set(Object.values(codeOf))]
const results = [...new Set(Object.values(resultOf))]
const invalidReasons = [['missing_field', 0.55], ['out_of_range', 0.3], ['wrong_type', 0.15]] as const

/** Counters and histograms of the requests. They agree with each other: all come from one ledger. */
export function requestFamilies(versions: readonly ServedVersion[]): readonly Family[] {
  const duration = 'model_request_duration_seconds'
  const bucket = `${duration}_bucket`
  return [
    family('model_requests_total', versions, (v) => codes.map((code) => weighted('model_requests_total', v, { code }, outcomes.map((o) => (codeOf[o] === code ? 1 : 0))))),
    family(bucket, versions, (v) =>
      results.flatMap((outcome) => bucketLabels.map((le, i) => weighted(bucket, v, { outcome, le }, ofResult(outcome, (o) => v.latency.below[o][i] ?? 1)))),
    ),
    family(`${duration}_count`, versions, (v) => results.map((outcome) => weighted(`${duration}_count`, v, { outcome }, ofResult(outcome, () => 1)))),
    family(`${duration}_sum`, versions, (v) => results.map((outcome) => weighted(`${duration}_sum`, v, { outcome }, ofResult(outcome, (o) => v.latency.mean[o]), false))),
    family('model_predictions_total', versions, (v) =>
      v.model.classes.map((name, i) => weighted('model_predictions_total', v, { class: name }, outcomes.map((o) => (codeOf[o] === '200' ? (v.model.classShares[i] ?? 0) : 0)))),
    ),
    family('model_input_invalid_total', versions, (v) =>
      invalidReasons.map(([reason, share]) => weighted('model_input_invalid_total', v, { reason }, outcomes.map((o) => (o === 'refused' ? share : 0)))),
    ),
    family('model_requests_in_progress', versions, (v) => [inProgress(v)]),
  ]
}

/** Weights of the outcomes that count as this result. */
function ofResult(result: string, weight: (outcome: Outcome) => number): number[] {
  return outcomes.map((outcome) => (resultOf[outcome] === result ? weight(outcome) : 0))
}

function family(name: string, versions: readonly ServedVersion[], sources: (version: ServedVersion) => readonly SeriesSource[]): Family {
  return { name, sources: versions.flatMap(sources) }
}

/** A counter that is a weighted sum of the outcomes; whole numbers unless told otherwise. */
function weighted(name: string, version: ServedVersion, extra: Readonly<Record<string, string>>, weights: readonly number[], whole = true): SeriesSource {
  const used = weights.map((weight, k) => [k, weight] as const).filter(([, weight]) => weight > 0)
  return {
    labels: { __name__: name, ...version.target, ...extra },
    lives: version.ledger.lives(),
    values: (times, reading) => {
      const columns = reading.outcomes(version.ledger, times)
      const values = new Float64Array(times.length)
      for (const [k, weight] of used) {
        const column = columns[k]
        if (column === undefined) continue
        for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) + weight * (column[i] ?? 0)
      }
      // The sum of shares may miss a whole number by the last bit; a bucket must not fall below its inner one.
      if (whole) for (let i = 0; i < values.length; i++) values[i] = Math.floor((values[i] ?? 0) + 1e-6)
      return values
    },
  }
}

/** Little's law: what is under way is the rate times the mean latency. */
function inProgress(version: ServedVersion): SeriesSource {
  const { mean } = version.latency
  const seconds = 0.75 * mean.fast + 0.25 * mean.slow + version.behaviour.errorRatio * 0.38 * mean.overloaded
  const key = hash32(`${version.target.instance}/in-progress`)
  return {
    labels: { __name__: 'model_requests_in_progress', ...version.target },
    lives: version.ledger.lives(),
    values: (times) =>
      times.map((at) => {
        const noise = noiseAt(key, Math.floor(at / 1000))
        return Math.floor(version.ledger.rateAt(at) * seconds * (0.7 + 0.6 * noise) + noise)
      }),
  }
}
