import type { ModelSpec } from '@/demo/world/catalog/modelSpec'
import { between, hex, pick, stream } from '@/demo/world/random'
import type { MetricRecord, RunRecord } from '@/demo/world/registryState'
import { type EpochMs, minuteMs } from '@/domain/time'
import { curvePoints, trainingCurves } from './curves'
import { loggedNames } from './metricNames'
import { modelFiles } from './modelFiles'
import { trainingParams } from './params'
import type { VersionQuality } from './quality'
import { runFiles } from './runFiles'

export interface RunPlan {
  seed: string
  spec: ModelSpec
  version: number
  registeredAt: EpochMs
  experimentId: string
  quality: VersionQuality
}

/** The training run behind one version. Its files and metric histories are made when asked for. */
export function trainingRun({ seed, spec, version, registeredAt, experimentId, quality }: RunPlan): RunRecord {
  const next = stream(seed, spec.name, 'run', String(version))
  const own = spec.version?.[version]
  const id = hex(next, 32)
  const modelId = usesLoggedModels(spec, version) ? `m-${hex(next, 32)}` : null
  const user = own?.user ?? pick(next, spec.people)
  const endedAt = Math.round(registeredAt - between(next, 0.05, 2) * minuteMs)
  const startedAt = Math.round(endedAt - between(next, 6, 95) * minuteMs)
  const commit = hex(next, 40)
  const finals = loggedNames(spec.naming, quality)
  const score = finals.find(([key]) => /f1|mae|mean_absolute_error/i.test(key))
  const curves = trainingCurves(spec.flavor, spec.naming, quality.kind === 'classifier' ? quality.measures.logLoss : 1 - quality.measures.r2, score)
  const points = new Map(curves.map((curve) => [curve.key, () => curvePoints(id, curve, startedAt, endedAt)]))
  const single = (key: string, value: number): MetricRecord => ({ key, value, at: endedAt, step: 0 })
  const values = finals.map(([key, value]): readonly [string, number] => [key, own?.nanMetric === true && key === score?.[0] ? Number.NaN : value])
  const lastOf = (key: string, value: number) => points.get(key)?.().at(-1) ?? single(key, value)
  const metrics = [
    ...values.map(([key, value]) => (Number.isNaN(value) ? single(key, value) : lastOf(key, value))),
    ...curves.filter((curve) => !values.some(([key]) => key === curve.key)).map((curve) => lastOf(curve.key, curve.end)),
  ]
  const rows = quality.kind === 'classifier' ? Object.values(quality.confusion).reduce((a, b) => a + b, 0) : 20_000
  const month = new Date(startedAt).toISOString().slice(0, 7)
  const dataset = (context: 'training' | 'eval', size: number) => ({
    name: `${spec.name.replaceAll(/[^\w-]/g, '_')}-${context === 'eval' ? 'test' : 'train'}-${month}`,
    digest: hex(stream(seed, spec.name, 'data', context, month), 8),
    context,
    source: JSON.stringify({ uri: `s3://acme-features/${context}/${month}.parquet` }),
    profile: JSON.stringify({ num_rows: size, num_elements: size * spec.columns.length }),
  })
  const artifactUri = modelId === null ? `mlflow-artifacts:/${experimentId}/${id}/artifacts/model` : `mlflow-artifacts:/${experimentId}/models/${modelId}/artifacts`
  const facts = { version, trainedOn: new Date(startedAt).toISOString().slice(0, 10), author: user, rows, figures: finals }
  const model = () => modelFiles(spec, { version, runId: id, modelId, artifactUri, savedAt: endedAt })
  return {
    id,
    experimentId,
    name: `${pick(next, ['nightly', 'retrain', 'sweep', 'hotfix', 'review'])}-${month}-${hex(next, 4)}`,
    user,
    status: 'FINISHED',
    startedAt,
    endedAt,
    metrics,
    params: trainingParams(spec.flavor, next),
    tags: new Map([
      ['mlflow.user', user],
      ['mlflow.source.name', 'train.py'],
      ['mlflow.source.type', 'PROJECT'],
      ...(own?.noCommit === true
        ? []
        : [
            ['mlflow.source.git.commit', commit] as const,
            ['mlflow.source.git.repoURL', 'https://git.example.com/ml/models.git'] as const,
            ['mlflow.source.git.branch', 'main'] as const,
          ]),
    ]),
    datasets: own?.noCommit === true ? [] : [dataset('training', rows * 6), dataset('eval', rows)],
    loggedModelId: modelId,
    history: (key) => {
      const metric = metrics.find((m) => m.key === key)
      if (metric === undefined) return []
      return Number.isNaN(metric.value) ? [metric] : (points.get(key)?.() ?? [metric])
    },
    files: () => {
      const files = runFiles(seed, spec, quality, facts, startedAt)
      return modelId === null ? new Map([...files, ...[...model()].map(([path, text]) => [`model/${path}`, text] as const)]) : files
    },
  }
}

/** The company moved to MLflow 3 some time ago: the older third of the versions is from before. */
function usesLoggedModels(spec: ModelSpec, version: number): boolean {
  return version > spec.versions / 3
}
