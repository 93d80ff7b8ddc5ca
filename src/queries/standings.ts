import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { candidateOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion, type VersionRef } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { registryKeys } from './registry'

/** The versions that a row of the list speaks of, with what their runs logged. */
export interface Standing {
  /** `null`: no production version, or its alias dangles. */
  champion: ModelVersion | null
  challenger: ModelVersion | null
  /** The champion before this one, by the champion's own record. */
  previous: ModelVersion | null
  championRun: Run | null
  challengerRun: Run | null
  previousRun: Run | null
}

/**
 * Champion, challenger and previous champion for a block of rows, by model name. Three steps of few calls
 * each: the champions, the others that did not come with the list, the runs of all.
 */
export function standingsQuery(registry: RegistrySource, models: readonly RegisteredModel[]) {
  return queryOptions({
    queryKey: [...registryKeys.lists(registry.id), 'standings', models.map((m) => [m.ref.name, m.aliases])],
    queryFn: ({ signal }) => loadStandings(registry, models, signal),
    placeholderData: keepPreviousData,
  })
}

async function loadStandings(
  registry: RegistrySource,
  models: readonly RegisteredModel[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Standing>> {
  const champions = await registry.getChampions(models, signal)
  const wanted = models.flatMap((model) => companionsOf(model, registry, champions.get(model.ref.name)))
  const listed = models.flatMap((model) => model.latestVersions)
  const missing = wanted.filter((ref) => !listed.some((version) => isSame(version.ref, ref)))
  const found = missing.length > 0 ? await registry.getVersions(missing, signal) : []
  const known = [...listed, ...found]
  const companions = wanted.flatMap((ref) => known.find((version) => isSame(version.ref, ref)) ?? [])
  const runIds = [...champions.values(), ...companions].flatMap((version) => runIdOf(version) ?? [])
  const runs = runIds.length > 0 ? await registry.getRuns([...new Set(runIds)], signal) : new Map<string, Run>()
  const runOf = (version: ModelVersion | null) => (version && runs.get(runIdOf(version) ?? '')) ?? null

  return new Map(
    models.map((model) => {
      const champion = champions.get(model.ref.name) ?? null
      const find = (version: string | null | undefined) =>
        known.find((other) => version != null && isSame(other.ref, { ...model.ref, version })) ?? null
      const challenger = find(candidateOf(model, registry.aliasNames)?.version)
      const previous = find(previousOf(champion))
      return [
        model.ref.name,
        { champion, challenger, previous, championRun: runOf(champion), challengerRun: runOf(challenger), previousRun: runOf(previous) },
      ]
    }),
  )
}

function companionsOf(model: RegisteredModel, registry: RegistrySource, champion: ModelVersion | undefined): VersionRef[] {
  const versions = [candidateOf(model, registry.aliasNames)?.version, previousOf(champion ?? null)]
  return versions.flatMap((version) => (version == null ? [] : [{ ...model.ref, version }]))
}

/** The version that the champion replaced when it was promoted; `null`: not on record. */
function previousOf(champion: ModelVersion | null): string | null {
  return champion?.changes.find(({ action, status }) => action === 'promote' && status === 'done')?.from ?? null
}

function isSame(a: VersionRef, b: VersionRef): boolean {
  return a.version === b.version && a.name === b.name
}
