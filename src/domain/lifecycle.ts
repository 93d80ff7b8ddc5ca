/** MLflow's stages, deprecated since 2.9 and still used. */
export const registryStages = ['Staging', 'Production', 'Archived'] as const
export type RegistryStage = (typeof registryStages)[number]

/** What Modeldeck's own tags say of a version. */
export interface Lifecycle {
  state: 'active' | 'deprecated' | 'archived'
  /** ISO date (`2026-12-31`) after which the version must not be used. */
  sunset: string | null
  /** `4` or `other-model/4`. */
  replacement: string | null
  reason: string | null
}

/** The part that a version plays now, derived from aliases, stage and lifecycle. */
export type VersionRole = 'champion' | 'challenger' | 'candidate' | 'previous' | 'deprecated' | 'archived'

/** How a source calls its production and candidate versions (config.json `aliases`). */
export interface AliasNames {
  production: string
  candidate: string
}

/** The version that serves production and how that is known. */
export interface Production {
  version: string
  by: 'alias' | 'stage'
}
