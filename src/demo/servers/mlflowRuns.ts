import type { RunRecord } from '@/demo/world/registryState'
import type { World } from '@/demo/world/world'
import { conditions, type Condition, identifier, meets, type Searchable } from './mlflowConditions'
import { type Endpoints, reads } from './mlflowEndpoint'
import { invalid, missing } from './mlflowError'
import { metricJson, runJson } from './mlflowJson'
import { orderBy, sorted } from './mlflowOrder'
import { page } from './mlflowPaging'
import type { MlflowParams } from './mlflowParams'

const searchable: Searchable = {
  attributes: ['run_id', 'run_name', 'run name', 'user_id', 'status', 'start_time', 'end_time', 'created', 'artifact_uri'],
  numericAttributes: ['start_time', 'end_time', 'created'],
  listAttributes: ['run_id'],
  tracking: true,
}

/** Runs, their metric histories, and experiments. */
export const runEndpoints: Endpoints = {
  'GET runs/get': reads((world, params) => {
    const id = params.required('run_id')
    const run = world.registry.runs.get(id)
    if (run === undefined) throw missing(`Run with id=${id} not found`)
    return { run: runJson(run) }
  }),
  'POST runs/search': reads((world, params) => {
    const experiments = new Set(params.list('experiment_ids'))
    const max = params.integer('max_results', 1000, 50_000)
    const filter = conditions(params.text('filter'), searchable)
    const order = params.list('order_by').map((clause) => {
      const { key: text, ascending } = orderBy(clause)
      const { type, key } = identifier(text, searchable)
      return { read: (run: RunRecord) => readRun(run, type, key), ascending }
    })
    const found = [...world.registry.runs.values()].filter(
      (run) => experiments.has(run.experimentId) && filter.every((condition) => meets(condition, (type, key) => readRun(run, type, key))),
    )
    const natural = [
      { read: (run: RunRecord) => run.startedAt, ascending: false },
      { read: (run: RunRecord) => run.id, ascending: true },
    ]
    const { items, ...rest } = page(sorted(found, [...order, ...natural]), max, params.text('page_token'))
    return { ...(items.length > 0 && { runs: items.map(runJson) }), ...rest }
  }),
  'GET metrics/get-history': reads((world, params) => {
    const [id, key] = [params.required('run_id'), params.required('metric_key')]
    const max = params.integer('max_results', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    if (max <= 0) throw invalid(`Invalid value ${max} for parameter 'max_results' supplied. It must be a positive integer.`)
    const { items, ...rest } = page(world.registry.runs.get(id)?.history(key) ?? [], max, params.text('page_token'))
    return { ...(items.length > 0 && { metrics: items.map(metricJson) }), ...rest }
  }),
  'GET metrics/get-history-bulk-interval': reads((world, params) => {
    const ids = params.list('run_ids')
    if (ids.length === 0) params.required('run_ids')
    if (ids.length > 100) throw invalid(`GetMetricHistoryBulkInterval request must specify at most 100 run_ids. Received ${ids.length} run_ids.`)
    const key = params.required('metric_key')
    const tooLarge = 'max_results must be between 1 and 2500. See the API docs for more information about request parameters.'
    const max = params.integer('max_results', 2500, 2500, tooLarge)
    const metrics = ids.flatMap((id) => thinned(world.registry.runs.get(id)?.history(key) ?? [], max).map((m) => ({ ...metricJson(m), run_id: id })))
    return metrics.length > 0 ? { metrics } : {}
  }),
  'GET experiments/search': reads(experiments),
  'POST experiments/search': reads(experiments),
}

function readRun(run: RunRecord, type: Condition['type'], key: string): string | number | undefined {
  switch (type) {
    case 'metric':
      return run.metrics.find((metric) => metric.key === key)?.value
    case 'parameter':
      return run.params.get(key)
    case 'tag':
      return key === 'mlflow.runName' ? run.name : run.tags.get(key)
    case 'dataset':
      return run.datasets.find(() => true)?.[key === 'digest' ? 'digest' : key === 'context' ? 'context' : 'name']
    default:
      return {
        run_id: run.id, run_name: run.name, 'run name': run.name, user_id: run.user, status: run.status,
        start_time: run.startedAt, end_time: run.endedAt, created: run.startedAt,
        artifact_uri: `mlflow-artifacts:/${run.experimentId}/${run.id}/artifacts`,
      }[key]
  }
}

/** Newest first. */
function experiments(world: World, params: MlflowParams): object {
  const max = params.integer('max_results', 0, Number.MAX_SAFE_INTEGER)
  if (max > 50_000) throw invalid(`Invalid value ${max} for parameter 'max_results' supplied. It must be at most 50000`)
  if (max <= 0) throw invalid(`Invalid value ${max} for parameter 'max_results' supplied. It must be a positive integer`)
  const { items, ...rest } = page([...world.registry.experiments.values()].toReversed(), max, params.text('page_token'))
  return {
    ...(items.length > 0 && {
      experiments: items.map(({ id, name, createdAt }) => ({
        experiment_id: id, name, artifact_location: `mlflow-artifacts:/${id}`, lifecycle_stage: 'active',
        last_update_time: createdAt, creation_time: createdAt, workspace: 'default',
      })),
    }),
    ...rest,
  }
}

/** At most `max` points, evenly, with the last one. */
function thinned<T>(points: readonly T[], max: number): readonly T[] {
  if (points.length <= max) return points
  const every = Math.ceil(points.length / max)
  return points.filter((_, i) => i % every === 0 || i === points.length - 1)
}
