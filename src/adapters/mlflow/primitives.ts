import { tagNames } from '@/adapters/annotations/index'
import type { RegistryPrimitives, VersionState } from '@/adapters/lifecycle/primitives'
import { compareVersions, registryStages } from '@/domain/lifecycle'
import type { RegistryStage } from '@/domain/lifecycle'
import type { Connection } from './connection'
import { nameIs } from './filter'
import { readModelRow } from './models'
import { tagsOf } from './translate'
import { readVersionRow, searchAllVersions } from './versions'
import type { ReadVersion } from './wire'
import type { Writes } from './writes'

/** MLflow's calls as decisions use them. */
export function createPrimitives(connection: Connection, writes: Writes): RegistryPrimitives {
  return {
    source: connection.id,
    aliasNames: connection.aliasNames,
    stages: 'used',
    clock: connection.clock,
    sleep,

    async readModel(name, signal) {
      const { value } = await readModelRow(connection, name, signal)
      return {
        aliases: Object.fromEntries(value.aliases.map(({ alias, version }) => [alias, version])),
        tags: tagsOf(value.tags),
        stages: stagesOf(value.latest_versions),
      }
    },
    async getVersion(name, version, signal) {
      return stateOf((await readVersionRow(connection, { name, version }, signal)).value)
    },
    async listChangedVersions(name, signal) {
      // LIKE '%' is how this filter says "has the tag".
      const filter = `${nameIs(name)} AND tags.\`${tagNames.changed}\` LIKE '%'`
      const rows = await searchAllVersions(connection, filter, signal)
      return rows.filter(({ value }) => value.name === name).map(({ value }) => stateOf(value))
    },

    setAlias: (name, alias, version) => writes.setAlias(name, alias, version),
    deleteAlias: (name, alias) => writes.deleteAlias(name, alias),
    setModelTag: (name, key, value) => writes.setModelTag(name, key, value),
    deleteModelTag: (name, key) => writes.deleteModelTag(name, key),
    setVersionTag: (name, version, key, value) => writes.setVersionTag(name, version, key, value),
    transitionStage: (name, version, stage, archiveExisting) =>
      writes.transitionStage(name, version, stage, archiveExisting),
  }
}

function stateOf(version: ReadVersion): VersionState {
  return { version: version.version, stage: stageOf(version), tags: tagsOf(version.tags) }
}

function stageOf(version: ReadVersion): RegistryStage | null {
  return registryStages.find((known) => known === version.current_stage) ?? null
}

function stagesOf(versions: readonly ReadVersion[]): Partial<Record<RegistryStage, string>> {
  const holders: Partial<Record<RegistryStage, string>> = {}
  for (const version of versions.toSorted((a, b) => compareVersions(a.version, b.version))) {
    const stage = stageOf(version)
    if (stage !== null) holders[stage] = version.version
  }
  return holders
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const abort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, ms)
    signal?.addEventListener('abort', abort, { once: true })
  })
}
