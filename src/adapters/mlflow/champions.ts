import { productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { Problem } from '@/domain/problem'
import type { ModelVersion } from '@/domain/version'
import type { Connection } from './connection'
import { findVersions } from './findVersions'
import type { Wanted } from './findVersions'
import { translateVersion } from './translate'

/** The production versions by name: those that came with the list are not asked for again. */
export async function getChampions(
  connection: Connection,
  models: readonly RegisteredModel[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, ModelVersion>> {
  const champions = new Map<string, ModelVersion>()
  const aliases = new Map(models.map((model) => [model.ref.name, model.aliases]))
  const missing: Wanted[] = []
  for (const model of models) {
    const { name } = model.ref
    const production = productionOf(model, connection.aliasNames)
    if (production === null) continue
    const known = model.latestVersions.find(({ ref }) => ref.version === production.version)
    if (known === undefined) missing.push({ name, version: production.version })
    else champions.set(name, known)
  }
  for (const row of await findVersions(connection, missing, signal)) {
    champions.set(row.value.name, translateVersion(row, connection.id, aliases.get(row.value.name)))
  }
  return champions
}

/**
 * Aliases whose version is gone. Servers before 3.17 leave them behind when a version is deleted, and
 * loading by such an alias fails.
 */
export async function danglingAliasProblems(
  connection: Connection,
  model: RegisteredModel,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  const listed = new Set(model.latestVersions.map(({ ref }) => ref.version))
  const unseen = [...new Set(Object.values(model.aliases))].filter((version) => !listed.has(version))
  const wanted = unseen.map((version) => ({ name: model.ref.name, version }))
  const found = new Set((await findVersions(connection, wanted, signal)).map(({ value }) => value.version))
  return Object.entries(model.aliases)
    .filter(([, version]) => unseen.includes(version) && !found.has(version))
    .map(([alias, version]) => ({
      field: `aliases.${alias}`,
      message: `"${alias}" points at version ${version}, which no longer exists: set it anew or remove it.`,
    }))
}
