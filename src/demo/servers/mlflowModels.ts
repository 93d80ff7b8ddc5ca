import type { ModelRecord } from '@/demo/world/registryState'
import { type Condition, conditions, meets, type Searchable } from './mlflowConditions'
import { type Endpoints, edits, findModel, findVersion, manages, reads } from './mlflowEndpoint'
import { invalid, MlflowError } from './mlflowError'
import { modelJson, versionWithAliasesJson } from './mlflowJson'
import { checkAlias, checkAliasNotReserved, checkModelName, checkTag } from './mlflowNames'
import { orderBy, refuseDuplicates, sorted } from './mlflowOrder'
import { page } from './mlflowPaging'
import { withoutPrompts } from './mlflowPrompts'

const searchable: Searchable = { attributes: ['name'], numericAttributes: [], listAttributes: ['name'], tracking: false }

/** Registered models, their tags and aliases. */
export const modelEndpoints: Endpoints = {
  'GET registered-models/search': reads((world, params) => {
    const max = params.integer('max_results', 100, 1000)
    const asked = conditions(params.text('filter'), searchable)
    const order = ordering(params.list('order_by'))
    const { items: models, filter } = withoutPrompts([...world.registry.models.values()], asked, (model) => model)
    const found = models.filter((model) =>
      filter.every((condition) => meets(condition, (type, key) => readModel(model, type, key))),
    )
    const { items, ...rest } = page(sorted(found, order), max, params.text('page_token'))
    return { ...(items.length > 0 && { registered_models: items.map(modelJson) }), ...rest }
  }),
  'GET registered-models/get': reads((world, params) => ({ registered_model: modelJson(findModel(world, params.required('name'))) })),
  'POST registered-models/create': edits((world, params) => {
    const name = params.required('name')
    checkModelName(name)
    if (world.registry.models.has(name)) throw new MlflowError('RESOURCE_ALREADY_EXISTS', `Registered Model (name=${name}) already exists.`)
    const tags = params.tags('tags')
    for (const [key, value] of tags) checkTag(key, value)
    world.write({ kind: 'create-model', model: name, description: params.text('description'), tags })
    return { registered_model: modelJson(findModel(world, name)) }
  }),
  'PATCH registered-models/update': edits((world, params) => {
    const model = findModel(world, params.required('name'))
    world.write({ kind: 'describe-model', model: model.name, description: params.text('description') })
    return { registered_model: modelJson(model) }
  }),
  'DELETE registered-models/delete': manages((world, params) => {
    world.write({ kind: 'delete-model', model: findModel(world, params.required('name')).name })
    return {}
  }),
  'POST registered-models/set-tag': edits((world, params) => {
    const [name, key, value] = [params.required('name'), params.required('key'), params.text('value') ?? '']
    checkTag(key, value)
    world.write({ kind: 'set-model-tag', model: findModel(world, name).name, key, value })
    return {}
  }),
  'DELETE registered-models/delete-tag': edits((world, params) => {
    const [name, key] = [params.required('name'), params.required('key')]
    world.write({ kind: 'delete-model-tag', model: findModel(world, name).name, key })
    return {}
  }),
  'GET registered-models/alias': reads((world, params) => {
    const [name, alias] = [params.required('name'), params.required('alias')]
    const number = findModel(world, name).aliases.get(alias)
    if (number === undefined) throw invalid(`Registered model alias ${alias} not found.`)
    const { model, version } = findVersion(world, name, String(number))
    return { model_version: versionWithAliasesJson(model, version) }
  }),
  'POST registered-models/alias': edits((world, params) => {
    const [name, alias, number] = [params.required('name'), params.required('alias'), params.required('version')]
    checkAlias(alias)
    checkAliasNotReserved(alias)
    const { version } = findVersion(world, name, number)
    world.write({ kind: 'set-alias', model: name, alias, version: version.version })
    return {}
  }),
  'DELETE registered-models/alias': manages((world, params) => {
    const [name, alias] = [params.required('name'), params.required('alias')]
    checkAlias(alias)
    world.write({ kind: 'delete-alias', model: findModel(world, name).name, alias })
    return {}
  }),
}

function readModel(model: ModelRecord, type: Condition['type'], key: string): string | undefined {
  return type === 'tag' ? model.tags.get(key) : model.name
}

/** `timestamp` and `last_updated_timestamp` are one field; the name breaks ties. */
function ordering(clauses: readonly string[]) {
  const keys = clauses.map(orderBy).map(({ key, ascending }) => {
    if (key !== 'name' && key !== 'timestamp' && key !== 'last_updated_timestamp') {
      throw invalid(`Invalid order by key '${key}' specified. Valid keys are '{'timestamp', 'name'}'`)
    }
    return { field: key === 'name' ? 'name' : 'time', ascending }
  })
  refuseDuplicates(keys.map((key) => key.field), clauses)
  return [...keys, { field: 'name', ascending: true }].map(({ field, ascending }) => ({
    read: (model: ModelRecord) => (field === 'name' ? model.name : model.updatedAt),
    ascending,
  }))
}
