import type { EpochMs } from '@/domain/time'
import type { RegistryState, StageName, VersionRecord } from './registryState'

/** One change of the registry that a client asked for, already found valid. */
export type RegistryWrite =
  | { kind: 'set-alias'; model: string; alias: string; version: number }
  | { kind: 'delete-alias'; model: string; alias: string }
  | { kind: 'set-model-tag'; model: string; key: string; value: string }
  | { kind: 'delete-model-tag'; model: string; key: string }
  | { kind: 'describe-model'; model: string; description: string | null }
  | { kind: 'set-version-tag'; model: string; version: number; key: string; value: string }
  | { kind: 'delete-version-tag'; model: string; version: number; key: string }
  | { kind: 'describe-version'; model: string; version: number; description: string | null }
  | { kind: 'transition'; model: string; version: number; stage: StageName; archiveExisting: boolean }
  | { kind: 'create-model'; model: string; description: string | null; tags: readonly Tag[] }
  | { kind: 'delete-model'; model: string }
  | { kind: 'create-version'; model: string; source: string; runId: string; description: string | null; tags: readonly Tag[] }
  | { kind: 'delete-version'; model: string; version: number }

type Tag = readonly [key: string, value: string]

/** Applies a write as MLflow's SQL store does; in particular, aliases and tags leave `updatedAt` alone. */
export function applyWrite(state: RegistryState, write: RegistryWrite, at: EpochMs): void {
  if (write.kind === 'create-model') {
    const { model: name, description, tags } = write
    state.models.set(name, {
      name, createdAt: at, updatedAt: at, description, tags: new Map(tags), aliases: new Map(), versions: new Map(), lastVersion: 0,
    })
    return
  }
  const model = state.models.get(write.model)
  if (model === undefined) return
  const version = 'version' in write ? model.versions.get(write.version) : undefined
  switch (write.kind) {
    case 'set-alias':
      model.aliases.set(write.alias, write.version)
      break
    case 'delete-alias':
      model.aliases.delete(write.alias)
      break
    case 'set-model-tag':
      model.tags.set(write.key, write.value)
      break
    case 'delete-model-tag':
      model.tags.delete(write.key)
      break
    case 'describe-model':
      model.description = write.description
      model.updatedAt = at
      break
    case 'set-version-tag':
      version?.tags.set(write.key, write.value)
      break
    case 'delete-version-tag':
      version?.tags.delete(write.key)
      break
    case 'describe-version':
      if (version !== undefined) Object.assign(version, { description: write.description, updatedAt: at })
      break
    case 'transition':
      if (version !== undefined) transition([...model.versions.values()], version, write.stage, write.archiveExisting, at)
      model.updatedAt = at
      break
    case 'delete-model':
      state.models.delete(write.model)
      break
    case 'create-version': {
      const number = model.lastVersion + 1
      const { source, runId, description, tags } = write
      model.versions.set(number, {
        version: number, createdAt: at, updatedAt: at, description, stage: 'None', source, runId, status: 'READY', tags: new Map(tags),
      })
      model.lastVersion = number
      model.updatedAt = at
      break
    }
    case 'delete-version':
      model.versions.delete(write.version)
      for (const [alias, target] of model.aliases) if (target === write.version) model.aliases.delete(alias)
      model.updatedAt = at
      break
  }
}

function transition(all: readonly VersionRecord[], version: VersionRecord, stage: StageName, archiveExisting: boolean, at: EpochMs): void {
  if (archiveExisting) {
    for (const other of all) {
      if (other !== version && other.stage === stage) Object.assign(other, { stage: 'Archived', updatedAt: at })
    }
  }
  Object.assign(version, { stage, updatedAt: at })
}
