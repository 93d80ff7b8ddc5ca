import type { RegisteredModel } from './model'
import type { EpochMs } from './time'
import { dayMs } from './time'
import type { ModelVersion } from './version'

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

/** The version that waits to replace production and how that is known. */
export type Candidate = Production

const versionOrder = new Intl.Collator('en', { numeric: true })

/** Orders versions by number (`9` before `10`); names that are no numbers follow in natural order. */
export function compareVersions(a: string, b: string): number {
  return versionOrder.compare(a, b)
}

/** Whether version `a` was registered after version `b`, by number. */
export function isNewer(a: string, b: string): boolean {
  return compareVersions(a, b) > 0
}

/**
 * The version that serves production: the configured alias, else the newest version in stage Production
 * among `versions`, else none. The alias is believed even where it dangles: see {@link danglingAliases}.
 */
export function productionOf(
  model: RegisteredModel,
  aliases: AliasNames,
  versions: readonly ModelVersion[] = model.latestVersions,
): Production | null {
  return pointedAt(model, aliases.production) ?? newestIn('Production', versions)
}

/**
 * The version that waits for production: the configured alias, else the newest version in stage Staging,
 * else none. A version that already serves production is not its own candidate.
 */
export function candidateOf(
  model: RegisteredModel,
  aliases: AliasNames,
  versions: readonly ModelVersion[] = model.latestVersions,
): Candidate | null {
  const found = pointedAt(model, aliases.candidate) ?? newestIn('Staging', versions)
  return found?.version === productionOf(model, aliases, versions)?.version ? null : found
}

function pointedAt(model: RegisteredModel, alias: string): Production | null {
  const version = Object.hasOwn(model.aliases, alias) ? model.aliases[alias] : undefined
  return version === undefined ? null : { version, by: 'alias' }
}

function newestIn(stage: RegistryStage, versions: readonly ModelVersion[]): Production | null {
  let newest: string | null = null
  for (const candidate of versions) {
    if (candidate.stage !== stage) continue
    if (newest === null || isNewer(candidate.ref.version, newest)) newest = candidate.ref.version
  }
  return newest === null ? null : { version: newest, by: 'stage' }
}

/** An alias that points at a version which the registry no longer has. */
export interface DanglingAlias {
  alias: string
  version: string
}

/**
 * Aliases whose version is gone. `existing` must hold every version of the model, or at least prove
 * absence: a page of versions would call every alias outside it dangling.
 * MLflow before 3.17 leaves aliases behind when it deletes a version.
 */
export function danglingAliases(model: RegisteredModel, existing: ReadonlySet<string>): readonly DanglingAlias[] {
  return Object.entries(model.aliases)
    .filter(([, version]) => !existing.has(version))
    .map(([alias, version]) => ({ alias, version }))
}

/**
 * The part that a version plays now. Serving production outweighs everything, retirement outweighs the
 * candidate alias; of the rest, what is newer than the champion is a candidate and what is older is previous.
 */
export function roleOf(
  version: ModelVersion,
  production: Production | null,
  candidate: Candidate | null,
): VersionRole {
  const name = version.ref.version
  if (name === production?.version) return 'champion'
  if (version.lifecycle.state !== 'active') return version.lifecycle.state
  if (name === candidate?.version) return 'challenger'
  if (version.stage === 'Archived') return 'archived'
  return production === null || isNewer(name, production.version) ? 'candidate' : 'previous'
}

/**
 * Whole days until the sunset, by UTC dates: 0 on its last allowed day, negative after it.
 * `null`: no sunset, or one that is not an ISO date.
 */
export function sunsetDays(sunset: string | null, now: EpochMs): number | null {
  const date = /^(\d{4}-\d{2}-\d{2})(T|$)/.exec(sunset ?? '')?.[1]
  if (date === undefined) return null
  const at = Date.parse(`${date}T00:00:00Z`)
  // Engines roll 31 February over into March instead of refusing it.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date) return null
  return Math.floor(at / dayMs) - Math.floor(now / dayMs)
}
