import { tagNames } from '@/adapters/annotations/index'
import type { RegistrySource } from '@/ports/registry'
import { danglingAliasProblems, getChampions } from './champions'
import { connectTo } from './connection'
import type { MlflowOptions } from './connection'
import { artifactUrl } from './fileAddress'
import { findVersions } from './findVersions'
import { getInfo, whoAmI } from './info'
import { loadingSnippets, webUrl } from './links'
import { listModels, readModelRow } from './models'
import { listOpenRequests, listRecentRequests, listRequests } from './requests'
import { createRuns, getMetricHistory } from './runs'
import { translateModel, translateVersion } from './translate'
import { listDeprecated, listVersions, readVersionRow } from './versions'

export type { MlflowOptions } from './connection'

/** MLflow 2.9 and later over its REST API. Nothing is sent before the first call. */
export function createMlflow(options: MlflowOptions): RegistrySource {
  const connection = connectTo(options)
  const { id, aliasNames, readOnly } = connection
  const runs = createRuns(connection)
  // What only a decision or a document needs is not in the first load of a list.
  const decisions = once(async () => (await import('./decisions')).createDecisions(connection))
  const files = once(() => import('./artifacts'))
  const documents = once(() => import('./documents'))
  const testReports = once(() => import('./testReport'))
  const changes = once(() => import('./changes'))
  const evaluations = once(() => import('./evaluation/getEvaluation'))

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

    listArtifacts: async (version, path, signal) => (await files()).listArtifacts(connection, version, path, signal),
    readArtifact: async (version, path, signal) => (await files()).readArtifact(connection, version, path, signal),
    downloadArtifact: async (version, path, signal) => (await files()).downloadArtifact(connection, version, path, signal),
    artifactUrl: (version, path) => artifactUrl(connection, version, path),
    getSignature: async (version, signal) => (await documents()).getSignature(connection, version, signal),
    getModelCard: async (version, signal) => (await documents()).getModelCard(connection, version, signal),
    getTestReport: async (version, signal) => (await testReports()).getTestReport(connection, version, runs, signal),
    getEvaluation: async (version, signal) => (await evaluations()).getEvaluation(connection, version, runs, signal),

    webUrl: (to) => webUrl(connection, to),
    loadingSnippets: (version, model) => loadingSnippets(connection, version, model),

    async setOwner(name, owner, signal) {
      await (await decisions()).writes.setModelTag(name, tagNames.owner, owner, signal)
    },
    async setDescription(ref, markdown, signal) {
      const { writes } = await decisions()
      if ('version' in ref) await writes.describeVersion(ref.name, ref.version, markdown, signal)
      else await writes.describeModel(ref.name, markdown, signal)
    },
    async setModelTag(name, key, value, signal) {
      await (await decisions()).writes.setModelTag(name, key, value, signal)
    },
    async setVersionTag(ref, key, value, signal) {
      await (await decisions()).writes.setVersionTag(ref.name, ref.version, key, value, signal)
    },

    execute: async (command, signal) => (await decisions()).lifecycle.execute(command, signal),
    resolveIntent: async (name, intentId, how, actor) => (await decisions()).lifecycle.resolveIntent(name, intentId, how, actor),
    listChanges: async (name, signal) => (await decisions()).lifecycle.listChanges(name, signal),
    listRecentChanges: async (page, signal) => (await changes()).listRecentChanges(connection, page, signal),

    requestPromotion: async (draft) => (await decisions()).requests.requestPromotion(draft),
    answerRequest: async (draft) => (await decisions()).requests.answerRequest(draft),
    commentOnRequest: async (draft) => (await decisions()).requests.commentOnRequest(draft),
    listRequests: (name, signal) => listRequests(connection, name, signal),
    listOpenRequests: (signal) => listOpenRequests(connection, signal),
    listRecentRequests: (page, signal) => listRecentRequests(connection, page, signal),
  }
}

/** Loads on the first call; a load that failed (the network was gone) is tried again on the next. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
}
