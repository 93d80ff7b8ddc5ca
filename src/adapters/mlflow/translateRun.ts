import type { LoggedMetric } from '@/domain/metric'
import type { Problem } from '@/domain/problem'
import { recognise } from '@/domain/quality/recognise'
import type { ExtraNames } from '@/domain/quality/metricName'
import type { MetricPoint, Run, RunDataset } from '@/domain/run'
import type { Tolerated } from './tolerant'
import { tagsOf } from './translate'
import type { ReadLoggedModel, ReadMetric, ReadRun } from './wire'

/** A run with its recognised metrics; each that is no finite number is named as a problem. */
export function translateRun({ value, problems }: Tolerated<ReadRun>, extra?: ExtraNames): Run {
  const { info, data } = value
  const tags = tagsOf(data?.tags ?? [])
  const metrics = translateMetrics(data?.metrics ?? [])
  return {
    id: info.run_id,
    name: info.run_name || (tags['mlflow.runName'] ?? null),
    experimentId: info.experiment_id ?? null,
    status: info.status ?? null,
    startedAt: info.start_time ?? null,
    endedAt: info.end_time ?? null,
    user: info.user_id || tags['mlflow.user'] || null,
    metrics: metrics.logged,
    quality: recognise(metrics.logged, extra),
    params: tagsOf(data?.params ?? []),
    tags,
    commit: commitOf(tags),
    datasets: translateDatasets(value),
    problems: [...problems, ...metrics.problems, ...(info.lifecycle_stage === 'deleted' ? [deleted] : [])],
  }
}

const deleted: Problem = { field: 'lifecycle_stage', message: 'The run was deleted in MLflow; it can still be restored there.' }

/** MLflow 3's logged model in the shape of a run: what it logged, under its own id (`m-…`). */
export function translateLoggedModel({ value, problems }: Tolerated<ReadLoggedModel>, extra?: ExtraNames): Run {
  const { info, data } = value
  const tags = tagsOf(info.tags)
  const metrics = translateMetrics(data?.metrics ?? [])
  return {
    id: info.model_id,
    name: info.name || null,
    experimentId: info.experiment_id ?? null,
    status: info.status?.replace(/^LOGGED_MODEL_/, '') ?? null,
    startedAt: info.creation_timestamp_ms ?? null,
    endedAt: null,
    user: tags['mlflow.user'] || null,
    metrics: metrics.logged,
    quality: recognise(metrics.logged, extra),
    params: tagsOf(data?.params ?? []),
    tags,
    commit: commitOf(tags),
    problems: [...problems, ...metrics.problems],
  }
}

/** A run that may not be read: an id, a reason and no figures. */
export function unreadableRun(id: string, message: string): Run {
  return {
    id,
    name: null,
    experimentId: null,
    status: null,
    startedAt: null,
    endedAt: null,
    user: null,
    metrics: [],
    quality: {},
    params: {},
    tags: {},
    commit: null,
    problems: [{ field: 'run_id', message }],
  }
}

/** A history, ascending by step, then time. */
export function translateHistory(metrics: readonly ReadMetric[]): readonly MetricPoint[] {
  return metrics
    .map(({ value, step, timestamp }) => ({ step: step ?? 0, at: timestamp ?? 0, value: finite(value) }))
    .toSorted((a, b) => a.step - b.step || a.at - b.at)
}

function commitOf(tags: Readonly<Record<string, string>>): string | null {
  return tags['mlflow.source.git.commit'] || tags['git.commit'] || null
}

function translateDatasets({ inputs }: ReadRun): readonly RunDataset[] {
  return (inputs?.dataset_inputs ?? []).flatMap(({ tags, dataset }) => {
    if (!dataset?.name) return []
    const context = tags.find(({ key }) => key === 'mlflow.data.context')?.value || null
    return [{ name: dataset.name, digest: dataset.digest || null, context, rows: rowsOf(dataset.profile) }]
  })
}

/** `{"num_rows": 569, …}` of tables; arrays and tensors have other profiles, and others are free text. */
function rowsOf(profile: string | null | undefined): number | null {
  const rows = /"num_rows":\s*(\d+)/.exec(profile ?? '')?.[1]
  return rows === undefined ? null : Number(rows)
}

/** The last value per key: a logged model repeats a key per data set and step. */
function translateMetrics(metrics: readonly ReadMetric[]): {
  logged: readonly LoggedMetric[]
  problems: readonly Problem[]
} {
  const last = new Map<string, ReadMetric>()
  for (const metric of metrics) {
    const known = last.get(metric.key)
    if (known === undefined || isLater(metric, known)) last.set(metric.key, metric)
  }
  const logged = [...last.values()].map(({ key, value, step, timestamp }) => ({
    key,
    value: finite(value),
    step: step ?? null,
    at: timestamp ?? null,
  }))
  const problems = [...last.values()].flatMap(({ key, value }) =>
    finite(value) === null ? [{ field: `metrics.${key}`, message: whyNot(value) }] : [],
  )
  return { logged, problems }
}

function isLater(a: ReadMetric, b: ReadMetric): boolean {
  return ((a.step ?? 0) - (b.step ?? 0) || (a.timestamp ?? 0) - (b.timestamp ?? 0)) >= 0
}

/** `null`: NaN, infinite (MLflow stores it as the largest double) or no number at all. */
function finite(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return null
  return Math.abs(number) === Number.MAX_VALUE ? null : number
}

function whyNot(value: unknown): string {
  if (value === 'NaN' || Number.isNaN(value)) return 'NaN was logged.'
  if (typeof value === 'number' || /^[+-]?Infinity$/.test(String(value))) return 'An infinite value was logged.'
  return value === null || value === undefined
    ? 'MLflow sent no value.'
    : `MLflow sent ${JSON.stringify(value).slice(0, 40)}, which is no number.`
}
