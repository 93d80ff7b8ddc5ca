import type { Change } from './change'
import type { ModelRef } from './model'
import type { EpochMs } from './time'
import type { Problem } from './problem'
import type { Lifecycle, RegistryStage } from './lifecycle'

/** Names one version of a registered model. */
export interface VersionRef extends ModelRef {
  version: string
}

/** Whether the registry has finished storing the version. */
export type VersionStatus = 'ready' | 'pending' | 'failed' | 'unknown'

/** One version of a registered model. */
export interface ModelVersion {
  ref: VersionRef
  createdAt: EpochMs | null
  updatedAt: EpochMs | null
  /** Markdown from the registry: untrusted. */
  description: string | null
  status: VersionStatus
  statusMessage: string | null
  /** The aliases that point here; joined from the registered model. */
  aliases: readonly string[]
  /** MLflow's deprecated stage; `null` where the registry has none or it is `None`. */
  stage: RegistryStage | null
  lifecycle: Lifecycle
  tags: Readonly<Record<string, string>>
  /** The decisions recorded on this version (tags `modeldeck.change.<id>`), newest first. */
  changes: readonly Change[]
  /** The run that made it; `null` for a version without one. */
  runId: string | null
  /** MLflow 3's logged model (`m-…`), where `source` names one. */
  loggedModelId: string | null
  /** Where the files are, e.g. `s3://…` or `models:/m-…`. */
  sourceUri: string | null
  /** Who registered it, as the registry says. */
  createdBy: string | null
  problems: readonly Problem[]
}

/** The id under which the registry knows what was logged for a version: its run, else its logged model. */
export function runIdOf({ runId, loggedModelId }: Pick<ModelVersion, 'runId' | 'loggedModelId'>): string | null {
  return runId ?? loggedModelId
}
