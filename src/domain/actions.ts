import type { Capability } from './capability'
import type { ChangeAction } from './change'
import type { Candidate, Production } from './lifecycle'
import { isNewer } from './lifecycle'
import type { ModelVersion } from './version'

/** Whether an action can be offered for a version; if not, `reason` is a sentence that says why. */
export type Availability = { possible: true; needsReplacement: boolean } | { possible: false; reason: string }

/** What decides, besides the version itself. */
export interface ActionContext {
  production: Production | null
  candidate: Candidate | null
  /** A sentence that forbids every action, e.g. that the source is read-only; `null` where none does. */
  forbidden: string | null
  /** What the registry can do, and its name for sentences. */
  registry: { product: string; capabilities: readonly Capability[] }
}

/** Which of the five actions are possible for a version as the target, and why the others are not. */
export function availableActions(
  version: ModelVersion,
  context: ActionContext,
): Readonly<Record<ChangeAction, Availability>> {
  const check = (capability: Capability, reason: string | null, needsReplacement = false): Availability => {
    const first = context.forbidden ?? unsupported(context.registry, capability) ?? reason
    return first === null ? { possible: true, needsReplacement } : { possible: false, reason: first }
  }
  return {
    promote: check('promote', whyNotPromote(version, context.production)),
    rollback: check('promote', whyNotRollback(version, context.production)),
    deprecate: check('deprecate', whyNotDeprecate(version), isChampion(version, context.production)),
    archive: check('deprecate', whyNotArchive(version, context)),
    restore: check(
      'deprecate',
      version.lifecycle.state === 'active' ? `${name(version)} is neither deprecated nor archived.` : null,
    ),
  }
}

function name(version: ModelVersion): string {
  return `Version ${version.ref.version}`
}

function isChampion(version: ModelVersion, production: Production | null): boolean {
  return version.ref.version === production?.version
}

function unsupported({ product, capabilities }: ActionContext['registry'], needed: Capability): string | null {
  if (capabilities.includes(needed)) return null
  return needed === 'promote'
    ? `${product} cannot mark a version as production.`
    : `${product} cannot keep the lifecycle of a version.`
}

/** Neither a release nor a rollback may put an unfinished or retired version into production. */
function whyUnfit(version: ModelVersion): string | null {
  if (version.lifecycle.state !== 'active') return `${name(version)} is ${version.lifecycle.state}: restore it first.`
  if (version.status === 'pending') return `${name(version)} is still being registered.`
  if (version.status === 'failed') {
    return `Registering version ${version.ref.version} failed${version.statusMessage ? `: ${version.statusMessage}` : ''}.`
  }
  return null
}

function whyNotPromote(version: ModelVersion, production: Production | null): string | null {
  if (isChampion(version, production)) return `${name(version)} already serves production.`
  return whyUnfit(version)
}

function whyNotRollback(version: ModelVersion, production: Production | null): string | null {
  if (production === null) return 'Nothing serves production, so there is nothing to roll back.'
  if (isChampion(version, production)) return `${name(version)} already serves production.`
  if (isNewer(version.ref.version, production.version)) {
    return `${name(version)} is newer than version ${production.version} in production: promote it instead.`
  }
  return whyUnfit(version)
}

function whyNotDeprecate(version: ModelVersion): string | null {
  return version.lifecycle.state === 'active' ? null : `${name(version)} is already ${version.lifecycle.state}.`
}

function whyNotArchive(version: ModelVersion, { production, candidate }: ActionContext): string | null {
  if (version.lifecycle.state === 'archived') return `${name(version)} is already archived.`
  if (isChampion(version, production)) return `${name(version)} serves production: promote another version first.`
  if (version.ref.version === candidate?.version) {
    return `${name(version)} is the candidate for production: withdraw it first.`
  }
  return null
}
