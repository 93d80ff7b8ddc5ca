import { dayMs, type EpochMs, hourMs } from '@/domain/time'
import { batchGauges, batchModels, batchValue, type BatchGauge } from './batch'
import { psiAt } from './drift'
import { liveMeasures } from './quality'
import type { Family, SeriesSource } from './seriesSource'
import type { ServedVersion } from './servedVersion'

const always = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]] as const
const batchNames: Readonly<Record<BatchGauge, string>> = {
  timestamp: 'model_batch_last_run_timestamp_seconds',
  duration: 'model_batch_last_run_duration_seconds',
  rows: 'model_batch_last_run_rows',
  failed: 'model_batch_last_run_failed',
  interval: 'model_batch_interval_seconds',
  pushed: 'push_time_seconds',
}
/** The first labels come back a day after the first requests. */
const labelDelayMs = dayMs

/** Quality, drift, batch runs, and which targets were up. */
export function gaugeFamilies(seed: string, start: EpochMs, versions: readonly ServedVersion[]): readonly Family[] {
  return [
    { name: 'model_quality', sources: versions.flatMap((version) => quality(seed, start, version)) },
    {
      name: 'model_quality_samples',
      sources: versions.filter(({ model }) => model.spec !== null).map((version) => ({
        labels: { __name__: 'model_quality_samples', ...version.target, window: '7d' },
        lives: labelled(version),
        values: (times) => times.map((at) => version.labelled(at)),
      })),
    },
    { name: 'model_drift', sources: versions.flatMap((version) => drift(start, version)) },
    ...batchGauges.map((gauge) => ({
      name: batchNames[gauge],
      sources: batchModels.map((model) => ({
        labels: { __name__: batchNames[gauge], model: model.label, job: 'batch', instance: 'pushgateway:9091' },
        lives: always,
        values: (times: Float64Array) => times.map((at) => batchValue(model, gauge, at, start - (model.batch.stoppedHours ?? 0) * hourMs) ?? Number.NaN),
      })),
    })),
    {
      name: 'up',
      sources: [
        { labels: { __name__: 'up', job: 'batch', instance: 'pushgateway:9091' }, lives: always, values: ones },
        ...versions.map(({ target, ledger }) => ({
          labels: { __name__: 'up', job: target.job, instance: target.instance },
          lives: ledger.lives(),
          values: ones,
        })),
      ],
    },
  ]
}

function quality(seed: string, start: EpochMs, version: ServedVersion): readonly SeriesSource[] {
  return liveMeasures(seed, version.model, version.version, start).map((measure) => ({
    labels: { __name__: 'model_quality', ...version.target, metric: measure.metric, window: '7d' },
    lives: labelled(version),
    values: (times) => times.map((at) => measure.at(at, version.labelled(at))),
  }))
}

function drift(start: EpochMs, version: ServedVersion): readonly SeriesSource[] {
  const columns = version.model.spec?.columns ?? []
  return columns.map(([feature]) => {
    const psi = psiAt(version.model, version.version, feature, start)
    return {
      labels: { __name__: 'model_drift', ...version.target, feature, stat: 'psi' },
      lives: version.ledger.lives(),
      values: (times) => times.map(psi),
    }
  })
}

function labelled({ ledger }: ServedVersion) {
  return ledger.lives().map(([from, to]) => [from + labelDelayMs, to] as const).filter(([from, to]) => from < to)
}

function ones(times: Float64Array): Float64Array {
  return new Float64Array(times.length).fill(1)
}
