import type { LoggedModelRecord, RunRecord } from '@/demo/world/registryState'
import { type Condition, conditions, meets, type Searchable } from './mlflowConditions'
import { type Endpoints, reads } from './mlflowEndpoint'
import { invalid, missing } from './mlflowError'
import { loggedModelJson } from './mlflowJson'
import { sorted } from './mlflowOrder'
import { page } from './mlflowPaging'

const searchable: Searchable = {
  attributes: ['name', 'model_id', 'model_type', 'status', 'source_run_id', 'creation_timestamp', 'creation_time', 'last_updated_timestamp', 'last_updated_time'],
  numericAttributes: ['creation_timestamp', 'creation_time', 'last_updated_timestamp', 'last_updated_time'],
  listAttributes: ['name', 'model_id', 'model_type', 'status', 'source_run_id'],
  tracking: true,
}

/** MLflow 3's logged models. */
export const loggedModelEndpoints: Endpoints = {
  'GET logged-models/*': reads((world, params) => {
    const id = params.required('id')
    const model = world.registry.loggedModels.get(id)
    if (model === undefined) throw missing(`Logged model with ID '${id}' not found.`)
    return { model: loggedModelJson(model, world.registry.runs.get(model.runId)) }
  }),
  'POST logged-models/search': reads((world, params) => {
    const ids = params.list('experiment_ids')
    if (ids.length === 0) params.required('experiment_ids')
    const filter = parsed(params.text('filter'))
    const runOf = (model: LoggedModelRecord) => world.registry.runs.get(model.runId)
    const found = [...world.registry.loggedModels.values()].filter(
      (model) => ids.includes(model.experimentId) && filter.every((condition) => meets(condition, (type, key) => read(model, runOf(model), type, key))),
    )
    const newest = sorted(found, [{ read: (model) => model.createdAt, ascending: false }, { read: (model) => model.id, ascending: true }])
    const { items, ...rest } = page(newest, params.integer('max_results', 100, 1000), params.text('page_token'))
    return { ...(items.length > 0 && { models: items.map((model) => loggedModelJson(model, runOf(model))) }), ...rest }
  }),
}

function parsed(filter: string | null): readonly Condition[] {
  try {
    return conditions(filter, searchable)
  } catch {
    throw invalid(`Invalid filter string: '${filter}'. Expected a list of comparisons separated by 'AND' (e.g. 'metrics.loss > 0.1 AND params.lr = 0.01').`)
  }
}

function read(model: LoggedModelRecord, run: RunRecord | undefined, type: Condition['type'], key: string): string | number | undefined {
  switch (type) {
    case 'metric':
      return run?.metrics.find((metric) => metric.key === key)?.value
    case 'parameter':
      return run?.params.get(key)
    case 'tag':
      return model.tags.get(key)
    case 'dataset':
      return undefined
    default:
      return {
        name: model.name, model_id: model.id, model_type: '', status: 'READY', source_run_id: model.runId,
        creation_timestamp: model.createdAt, creation_time: model.createdAt,
        last_updated_timestamp: model.updatedAt, last_updated_time: model.updatedAt,
      }[key]
  }
}
