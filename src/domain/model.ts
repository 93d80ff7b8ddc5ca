import type { EpochMs } from './time'
import type { Policy } from './policy'
import type { Problem } from './problem'
import type { ModelVersion } from './version'

/** Names a registered model across sources. `name` is the registry's own name, unescaped. */
export interface ModelRef {
  /** The source's id in config.json. */
  source: string
  name: string
}

/** A registered model as the registry lists it. */
export interface RegisteredModel {
  ref: ModelRef
  /** Markdown from the registry: untrusted. `null` where there is none. */
  description: string | null
  createdAt: EpochMs | null
  /** The registry's own time of change; MLflow does not move it on alias or tag changes. */
  updatedAt: EpochMs | null
  /** Alias → version. An alias may point at a version that no longer exists. */
  aliases: Readonly<Record<string, string>>
  tags: Readonly<Record<string, string>>
  /** The versions that came with the list, in no particular order; not all of them. */
  latestVersions: readonly ModelVersion[]
  owner: string | null
  task: ModelTask | null
  servingKind: ServingKind | null
  /** What this model demands (tag `modeldeck.policy`); `null`: only what the deployment does. */
  policy: Policy | null
  problems: readonly Problem[]
}

export type ModelTask = 'classification' | 'regression' | (string & {})
export const servingKinds = ['real-time', 'batch', 'streaming', 'hybrid', 'asynchronous'] as const
export type ServingKind = (typeof servingKinds)[number]

/** What monitoring needs to know of a model to find it by its labels. */
export interface ServedModel {
  ref: ModelRef
  /** The model's tag `modeldeck.serving` (JSON of a match rule), which overrides config.json's `match`. */
  serving: string | null
}
