import type { AliasNames, RegistryStage } from '@/domain/lifecycle'
import type { Clock } from '@/domain/time'

/** A registered model as one fresh read shows it: what decisions are checked against. */
export interface ModelState {
  /** Alias → version. */
  aliases: Readonly<Record<string, string>>
  tags: Readonly<Record<string, string>>
  /** Stage → the newest version in it; empty where the registry has no stages or none is used. */
  stages: Readonly<Partial<Record<RegistryStage, string>>>
}

/** One version with what a decision reads of it. */
export interface VersionState {
  version: string
  /** `null`: the stage `None`, or a registry without stages. */
  stage: RegistryStage | null
  tags: Readonly<Record<string, string>>
}

/**
 * The few single-step calls that decisions are built from, one registry each. Every method is one
 * request (reads may page), is never retried or answered from a cache by the adapter, and rejects with
 * SourceError. Writes resolve when the registry has confirmed them.
 */
export interface RegistryPrimitives {
  /** The source's id in config.json. */
  readonly source: string
  readonly aliasNames: AliasNames
  /** `none`: the registry has no stages and `transitionStage` is never called. */
  readonly stages: 'used' | 'none'
  /** Ids and times of records come from it. */
  readonly clock: Clock
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>

  /** Aliases, tags and stage holders in one cheap call; rejects with `not-found` for an unknown model. */
  readModel(name: string, signal?: AbortSignal): Promise<ModelState>
  getVersion(name: string, version: string, signal?: AbortSignal): Promise<VersionState>
  /** All versions that have the tag `modeldeck.changed`, with all their tags, in any order. */
  listChangedVersions(name: string, signal?: AbortSignal): Promise<readonly VersionState[]>

  setAlias(name: string, alias: string, version: string): Promise<void>
  deleteAlias(name: string, alias: string): Promise<void>
  setModelTag(name: string, key: string, value: string): Promise<void>
  /** Deleting a tag that is not there resolves, or rejects with `not-found`. */
  deleteModelTag(name: string, key: string): Promise<void>
  setVersionTag(name: string, version: string, key: string, value: string): Promise<void>
  /** `archiveExisting`: the registry moves other versions of that stage to Archived in the same step. */
  transitionStage(
    name: string,
    version: string,
    stage: RegistryStage | 'None',
    archiveExisting: boolean,
  ): Promise<void>
}
