import type { LoggedModelRecord, MetricRecord, ModelRecord, RunRecord, VersionRecord } from '@/demo/world/registryState'

/** Leaves out what MLflow leaves out: unset fields and empty lists. */
function compact(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)),
  )
}

const pairs = (map: ReadonlyMap<string, string>) => [...map].map(([key, value]) => ({ key, value }))

/** A version as lists hold it: without aliases. */
export function versionJson(model: ModelRecord, version: VersionRecord): Record<string, unknown> {
  return compact({
    name: model.name,
    version: String(version.version),
    creation_timestamp: version.createdAt,
    last_updated_timestamp: version.updatedAt,
    current_stage: version.stage,
    description: version.description,
    source: version.source,
    run_id: version.runId,
    status: version.status,
    tags: pairs(version.tags),
    run_link: '',
  })
}

/** A version as `get` and writes answer it: with the aliases that point at it. */
export function versionWithAliasesJson(model: ModelRecord, version: VersionRecord): Record<string, unknown> {
  const aliases = [...model.aliases].filter(([, number]) => number === version.version).map(([alias]) => alias)
  return compact({ ...versionJson(model, version), aliases })
}

export function modelJson(model: ModelRecord): Record<string, unknown> {
  return compact({
    name: model.name,
    creation_timestamp: model.createdAt,
    last_updated_timestamp: model.updatedAt,
    // A model's empty description is left out, a version's is not.
    description: model.description === '' ? null : model.description,
    latest_versions: latestVersions(model).map((version) => versionJson(model, version)),
    tags: pairs(model.tags),
    aliases: [...model.aliases].map(([alias, version]) => ({ alias, version: String(version) })),
  })
}

/** The newest of each stage. */
function latestVersions(model: ModelRecord): readonly VersionRecord[] {
  const newest = new Map<string, VersionRecord>()
  for (const version of model.versions.values()) newest.set(version.stage, version)
  return [...newest.values()]
}

export function metricJson(metric: MetricRecord): Record<string, unknown> {
  return { key: metric.key, value: numberJson(metric.value), timestamp: metric.at, step: metric.step }
}

/** NaN is the text "NaN"; infinities come back as the largest finite number. */
function numberJson(value: number): number | string {
  if (Number.isNaN(value)) return 'NaN'
  return Number.isFinite(value) ? value : Math.sign(value) * Number.MAX_VALUE
}

export function runJson(run: RunRecord): Record<string, unknown> {
  return {
    info: {
      run_uuid: run.id,
      experiment_id: run.experimentId,
      run_name: run.name,
      user_id: run.user,
      status: run.status,
      start_time: run.startedAt,
      end_time: run.endedAt,
      artifact_uri: `mlflow-artifacts:/${run.experimentId}/${run.id}/artifacts`,
      lifecycle_stage: 'active',
      run_id: run.id,
    },
    data: compact({
      metrics: run.metrics.map(metricJson),
      params: pairs(run.params),
      tags: [...pairs(run.tags), { key: 'mlflow.runName', value: run.name }],
    }),
    inputs: compact({
      dataset_inputs: run.datasets.map(({ context, name, digest, source, profile }) => ({
        tags: [{ key: 'mlflow.data.context', value: context }],
        dataset: { name, digest, source_type: 's3', source, profile },
      })),
    }),
    outputs: compact({ model_outputs: run.loggedModelId === null ? [] : [{ model_id: run.loggedModelId, step: 0 }] }),
  }
}

export function loggedModelJson(model: LoggedModelRecord, run: RunRecord | undefined): Record<string, unknown> {
  return {
    info: {
      model_id: model.id,
      experiment_id: model.experimentId,
      name: model.name,
      creation_timestamp_ms: model.createdAt,
      last_updated_timestamp_ms: model.updatedAt,
      artifact_uri: `mlflow-artifacts:/${model.experimentId}/models/${model.id}/artifacts`,
      status: 'LOGGED_MODEL_READY',
      model_type: '',
      source_run_id: model.runId,
      tags: pairs(model.tags),
    },
    data: compact({
      params: run === undefined ? [] : pairs(run.params),
      metrics: (run?.metrics ?? []).map((metric) => ({
        // The server answers a logged model's NaN as 0; a run's as "NaN".
        ...metricJson(Number.isNaN(metric.value) ? { ...metric, value: 0 } : metric),
        model_id: model.id,
        run_id: model.runId,
      })),
    }),
  }
}
