import type { ModelRecord, StageName, VersionRecord } from '@/demo/world/registryState'
import { type Condition, conditions, meets, type Searchable } from './mlflowConditions'
import { type Endpoints, edits, findModel, findVersion, manages, reads } from './mlflowEndpoint'
import { invalid, MlflowError } from './mlflowError'
import { versionJson, versionWithAliasesJson } from './mlflowJson'
import { checkTag } from './mlflowNames'
import { orderBy, refuseDuplicates, sorted } from './mlflowOrder'
import { page } from './mlflowPaging'
import { withoutPrompts } from './mlflowPrompts'

const searchable: Searchable = {
  attributes: ['source_path', 'name', 'run_id', 'version_number'],
  numericAttributes: ['version_number'],
  listAttributes: ['name', 'run_id'],
  tracking: false,
}
const orderKeys = ['name', 'version_number', 'creation_timestamp', 'last_updated_timestamp']
const stages: readonly StageName[] = ['None', 'Staging', 'Production', 'Archived']

interface Row {
  model: ModelRecord
  version: VersionRecord
}

/** Versions of registered models. */
export const versionEndpoints: Endpoints = {
  'GET model-versions/search': reads((world, params) => {
    const max = params.integer('max_results', 10_000, 200_000)
    if (max < 1) throw invalid(`Invalid value for max_results. It must be a positive integer, but got ${max}`)
    const all = [...world.registry.models.values()].flatMap((model) => [...model.versions.values()].map((version) => ({ model, version })))
    const { items: rows, filter } = withoutPrompts(all, conditions(params.text('filter'), searchable), (row) => row.model)
    const found = rows.filter((row) =>
      filter.every((condition) => meets(condition, (type, key) => readVersion(row, type, key))),
    )
    const { items, ...rest } = page(sorted(found, ordering(params.list('order_by'))), max, params.text('page_token'))
    return { ...(items.length > 0 && { model_versions: items.map((row) => versionJson(row.model, row.version)) }), ...rest }
  }),
  'GET model-versions/get': reads((world, params) => {
    const { model, version } = findVersion(world, params.required('name'), params.required('version'))
    return { model_version: versionWithAliasesJson(model, version) }
  }),
  'GET model-versions/get-download-uri': reads((world, params) => {
    const { version } = findVersion(world, params.required('name'), params.required('version'))
    const id = version.source.startsWith('models:/') ? version.source.slice('models:/'.length) : ''
    const logged = world.registry.loggedModels.get(id)
    return { artifact_uri: logged === undefined ? version.source : `mlflow-artifacts:/${logged.experimentId}/models/${id}/artifacts` }
  }),
  'POST model-versions/create': edits((world, params) => {
    const [name, source] = [params.required('name'), params.required('source')]
    const tags = params.tags('tags')
    for (const [key, value] of tags) checkTag(key, value)
    const model = findModel(world, name)
    world.write({ kind: 'create-version', model: name, source, runId: params.text('run_id') ?? '', description: params.text('description') ?? '', tags })
    return { model_version: versionWithAliasesJson(model, findVersion(world, name, String(model.lastVersion)).version) }
  }),
  'PATCH model-versions/update': edits((world, params) => {
    const { model, version } = findVersion(world, params.required('name'), params.required('version'))
    world.write({ kind: 'describe-version', model: model.name, version: version.version, description: params.text('description') })
    return { model_version: versionWithAliasesJson(model, version) }
  }),
  'DELETE model-versions/delete': manages((world, params) => {
    const { model, version } = findVersion(world, params.required('name'), params.required('version'))
    world.write({ kind: 'delete-version', model: model.name, version: version.version })
    return {}
  }),
  'POST model-versions/transition-stage': edits((world, params) => {
    const [name, number, wanted] = [params.required('name'), params.required('version'), params.required('stage')]
    const stage = stages.find((stage) => stage.toLowerCase() === wanted.toLowerCase())
    if (stage === undefined) throw invalid(`Invalid Model Version stage: ${wanted}. Value must be one of ${stages.join(', ')}.`)
    const archiveExisting = params.flag('archive_existing_versions')
    if (archiveExisting && (stage === 'None' || stage === 'Archived')) {
      throw new MlflowError(
        'INTERNAL_ERROR',
        `Model version transition cannot archive existing model versions because '${wanted}' is not an Active stage. Valid stages are ['Staging', 'Production']`,
      )
    }
    const { model, version } = findVersion(world, name, number)
    world.write({ kind: 'transition', model: name, version: version.version, stage, archiveExisting })
    return { model_version: versionWithAliasesJson(model, version) }
  }),
  'POST model-versions/set-tag': edits((world, params) => {
    const [name, number, key, value] = [params.required('name'), params.required('version'), params.required('key'), params.text('value') ?? '']
    checkTag(key, value)
    const { version } = findVersion(world, name, number)
    world.write({ kind: 'set-version-tag', model: name, version: version.version, key, value })
    return {}
  }),
  'DELETE model-versions/delete-tag': manages((world, params) => {
    const [name, number, key] = [params.required('name'), params.required('version'), params.required('key')]
    const { version } = findVersion(world, name, number)
    world.write({ kind: 'delete-version-tag', model: name, version: version.version, key })
    return {}
  }),
}

function readVersion({ model, version }: Row, type: Condition['type'], key: string): string | number | undefined {
  if (type === 'tag') return version.tags.get(key)
  if (key === 'name') return model.name
  if (key === 'run_id') return version.runId
  return key === 'source_path' ? version.source : version.version
}

/** Without a wish, newest change first. Name and version break ties. */
function ordering(wished: readonly string[]) {
  const clauses = wished.length > 0 ? wished : ['last_updated_timestamp DESC']
  const keys = clauses.map(orderBy)
  for (const { key } of keys) {
    if (!orderKeys.includes(key)) throw invalid(`Invalid attribute key '${key}' specified. Valid keys are '{${orderKeys.map((k) => `'${k}'`).join(', ')}}'`)
  }
  refuseDuplicates(keys.map(({ key }) => key), clauses)
  return [...keys, { key: 'name', ascending: true }, { key: 'version_number', ascending: false }].map(({ key, ascending }) => ({
    read: ({ model, version }: Row) => {
      if (key === 'name') return model.name
      if (key === 'version_number') return version.version
      return key === 'creation_timestamp' ? version.createdAt : version.updatedAt
    },
    ascending,
  }))
}
