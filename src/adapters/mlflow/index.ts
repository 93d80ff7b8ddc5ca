import { tagNames } from '@/adapters/annotations/index'
import { createLifecycle } from '@/adapters/lifecycle/lifecycle'
import type { RegistrySource } from '@/ports/registry'
import { artifactUrl, listArtifacts, readArtifact } from './artifacts'
import { danglingAliasProblems, getChampions } from './champions'
import { connectTo } from './connection'
import type { MlflowOptions } from './connection'
import { getModelCard, getSignature } from './documents'
import { findVersions } from './findVersions'
import { getInfo, whoAmI } from './info'
import { loadingSnippets, webUrl } from './links'
import { listModels, readModelRow } from './models'
import { createPrimitives } from './primitives'
import { createRuns, getMetricHistory } from './runs'
import { translateModel, translateVersion } from './translate'
import { listDeprecated, listVersions, readVersionRow } from './versions'
import { createWrites } from './writes'

export type { MlflowOptions } from './connection'

/** MLflow 2.9 and later over its REST API. Nothing is sent before the first call. */
export function createMlflow(options: MlflowOptions): RegistrySource {
  const connection = connectTo(options)
  const { id, aliasNames, readOnly } = connection
  const runs = createRuns(connection)
  const writes = createWrites(connection)
  const lifecycle = createLifecycle(createPrimitives(connection, writes))

  return {
    id,
    type: 'mlflow',
    aliasNames,
    readOnly,

    info: (signal) => getInfo(connection, signal),
    whoAmI: (signal) => whoAmI(connection, signal),

    listModels: (query, signal) => listModels(connection, query, signal),
    async getModel(name, signal) {
      const model = translateModel(await readModelRow(connection, name, signal), id)
      const dangling = await danglingAliasProblems(connection, model, signal)
      return { ...model, problems: [...model.problems, ...dangling] }
    },
    listVersions: (model, page, signal) => listVersions(connection, model, page, signal),
    getVersion: async (ref, signal) => translateVersion(await readVersionRow(connection, ref, signal), id),
    getChampions: (models, signal) => getChampions(connection, models, signal),
    async getVersions(refs, signal) {
      const rows = await findVersions(connection, refs, signal)
      return rows.map((row) => translateVersion(row, id, {}))
    },

    listDeprecated: (signal) => listDeprecated(connection, signal),

    getRuns: (ids, signal) => runs.get(ids, signal),
    getMetricHistory: (runId, key, signal) => getMetricHistory(connection, runId, key, signal),

    listArtifacts: (version, path, signal) => listArtifacts(connection, version, path, signal),
    readArtifact: (version, path, signal) => readArtifact(connection, version, path, signal),
    artifactUrl: (version, path) => artifactUrl(connection, version, path),
    getSignature: (version, signal) => getSignature(connection, version, signal),
    getModelCard: (version, signal) => getModelCard(connection, version, signal),

    webUrl: (to) => webUrl(connection, to),
    loadingSnippets: (version, model) => loadingSnippets(connection, version, model),

    setOwner: (name, owner, signal) => writes.setModelTag(name, tagNames.owner, owner, signal),
    setDescription: (ref, markdown, signal) =>
      'version' in ref
        ? writes.describeVersion(ref.name, ref.version, markdown, signal)
        : writes.describeModel(ref.name, markdown, signal),
    setModelTag: (name, key, value, signal) => writes.setModelTag(name, key, value, signal),
    setVersionTag: (ref, key, value, signal) => writes.setVersionTag(ref.name, ref.version, key, value, signal),

    execute: (command, signal) => lifecycle.execute(command, signal),
    resolveIntent: (name, intentId, how, actor) => lifecycle.resolveIntent(name, intentId, how, actor),
    listChanges: (name, signal) => lifecycle.listChanges(name, signal),
  }
}
