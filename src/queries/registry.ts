import { infiniteQueryOptions, keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import type { ModelRef, RegisteredModel } from '@/domain/model'
import { runIdOf, type ModelVersion, type VersionRef } from '@/domain/version'
import type { Page, RegistrySource } from '@/ports/registry'

/** Keys start with the port, the source and the model, so that a decision can invalidate just its model. */
export const registryKeys = {
  source: (source: string) => ['registry', source],
  lists: (source: string) => ['registry', source, 'models'],
  model: (ref: ModelRef) => ['registry', ref.source, 'model', ref.name],
}

/** MLflow answers 1,000 models in 0.4 s and refuses more in one call. */
const modelPageSize = 1000
const versionPageSize = 100

export function registryInfoQuery(registry: RegistrySource) {
  return queryOptions({
    queryKey: [...registryKeys.source(registry.id), 'info'],
    queryFn: ({ signal }) => registry.info(signal),
  })
}

/** Who the registry says we are; `null`: it has no users. */
export function whoAmIQuery(registry: RegistrySource) {
  return queryOptions({
    queryKey: [...registryKeys.source(registry.id), 'whoami'],
    queryFn: ({ signal }) => registry.whoAmI(signal),
    staleTime: 5 * 60_000,
  })
}

/** The first `pages` pages of registered models whose name contains `search`. */
export function modelsQuery(registry: RegistrySource, search: string, pages: number) {
  return queryOptions({
    queryKey: [...registryKeys.lists(registry.id), search, pages],
    queryFn: ({ signal }) => loadModels(registry, search, pages, signal),
    placeholderData: keepPreviousData,
  })
}

/** What was loaded of a registry's list; `more`: it goes on. */
export interface LoadedModels {
  models: readonly RegisteredModel[]
  more: boolean
}

async function loadModels(
  registry: RegistrySource,
  search: string,
  pages: number,
  signal: AbortSignal,
): Promise<LoadedModels> {
  const models: RegisteredModel[] = []
  let pageToken: string | null = null
  for (let page = 0; page < pages; page++) {
    const { items, nextPageToken }: Page<RegisteredModel> = await registry.listModels(
      { search, pageSize: modelPageSize, pageToken },
      signal,
    )
    models.push(...items)
    pageToken = nextPageToken
    if (pageToken === null) break
  }
  return { models, more: pageToken !== null }
}

export function modelQuery(registry: RegistrySource, name: string) {
  return queryOptions({
    queryKey: [...registryKeys.model({ source: registry.id, name }), 'itself'],
    queryFn: ({ signal }) => registry.getModel(name, signal),
  })
}

/** Versions newest first; waits for the model, whose aliases are joined. */
export function versionsQuery(registry: RegistrySource, name: string, model: RegisteredModel | undefined) {
  return infiniteQueryOptions({
    queryKey: [...registryKeys.model({ source: registry.id, name }), 'versions', model?.aliases],
    queryFn: model
      ? ({ signal, pageParam }) =>
          registry.listVersions(model, { pageSize: versionPageSize, pageToken: pageParam }, signal)
      : skipToken,
    initialPageParam: startOfList(),
    getNextPageParam: (last) => last.nextPageToken,
  })
}

export function versionQuery(registry: RegistrySource, ref: VersionRef) {
  return queryOptions({
    queryKey: [...registryKeys.model(ref), 'version', ref.version],
    queryFn: ({ signal }) => registry.getVersion(ref, signal),
  })
}

/** Every deprecated version, across models. */
export function deprecatedQuery(registry: RegistrySource) {
  return queryOptions({
    queryKey: [...registryKeys.lists(registry.id), 'deprecated'],
    queryFn: ({ signal }) => registry.listDeprecated(signal),
  })
}

/** What was logged for a block of versions, by `runIdOf`. What a finished run logged does not change. */
export function runsQuery(registry: RegistrySource, versions: readonly ModelVersion[]) {
  const ids = [...new Set(versions.flatMap((version) => runIdOf(version) ?? []))]
  return queryOptions({
    queryKey: [...registryKeys.source(registry.id), 'runs', ids],
    queryFn: ({ signal }) => registry.getRuns(ids, signal),
    staleTime: 5 * 60_000,
  })
}

export function metricHistoryQuery(registry: RegistrySource, runId: string, key: string) {
  return queryOptions({
    queryKey: [...registryKeys.source(registry.id), 'metric-history', runId, key],
    queryFn: ({ signal }) => registry.getMetricHistory(runId, key, signal),
    staleTime: 5 * 60_000,
  })
}

export function artifactsQuery(registry: RegistrySource, version: ModelVersion, path: string) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'artifacts', version.ref.version, path],
    queryFn: ({ signal }) => registry.listArtifacts(version, path, signal),
  })
}

export function artifactTextQuery(registry: RegistrySource, version: ModelVersion, path: string) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'artifact', version.ref.version, path],
    queryFn: ({ signal }) => registry.readArtifact(version, path, signal),
  })
}

export function signatureQuery(registry: RegistrySource, version: ModelVersion) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'signature', version.ref.version],
    queryFn: ({ signal }) => registry.getSignature(version, signal),
    staleTime: 5 * 60_000,
  })
}

export function modelCardQuery(registry: RegistrySource, version: ModelVersion) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'card', version.ref.version],
    queryFn: ({ signal }) => registry.getModelCard(version, signal),
  })
}

/** How the tests of a version's run went; `null`: no file and no tag says. What was reported does not change. */
export function testReportQuery(registry: RegistrySource, version: ModelVersion) {
  return queryOptions({
    queryKey: [...registryKeys.model(version.ref), 'tests', version.ref.version],
    queryFn: ({ signal }) => registry.getTestReport(version, signal),
    staleTime: 5 * 60_000,
  })
}

/** Decisions on one model, newest first, unfinished ones among them. */
export function changesQuery(registry: RegistrySource, name: string) {
  return queryOptions({
    queryKey: [...registryKeys.model({ source: registry.id, name }), 'changes'],
    queryFn: ({ signal }) => registry.listChanges(name, signal),
  })
}

function startOfList(): string | null {
  return null
}
