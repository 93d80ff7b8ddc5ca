import { ulid } from 'ulid'
import type { ModelSpec } from '@/demo/world/catalog/modelSpec'
import { pick, stream } from '@/demo/world/random'
import { dayMs, type EpochMs } from '@/domain/time'

/** A decision record in the form that the tag `modeldeck.change.<id>` has, and where it stands. */
export interface Decision {
  id: string
  action: 'promote' | 'rollback' | 'deprecate' | 'archive'
  at: EpochMs
  version: number
  from: string | null
  to: string
  tagValue: string
}

const reasons = [
  'Better on the fresh test set, and the canary was quiet for a day.',
  'Scheduled retraining; no measure is worse than the champion’s.',
  'Closes the gap on new business that the desk reported.',
  'Approved in the weekly model review.',
  'New feature set; shadow comparison agreed on 99.2 % of the requests.',
] as const

/** Past promotions and roll backs of one model, oldest first. */
export function promotionDecisions(seed: string, spec: ModelSpec, start: EpochMs, score: (version: number) => number | null): readonly Decision[] {
  const next = stream(seed, spec.name, 'decisions')
  const seen = new Set<number>()
  let from: number | null = null
  return spec.promotions.map(([version, daysAgo]) => {
    const rollback = seen.has(version)
    seen.add(version)
    const at = Math.round(start - daysAgo * dayMs)
    const decision = record(next, {
      action: rollback ? 'rollback' : 'promote',
      at,
      version,
      actor: pick(next, spec.people),
      reason: rollback ? `Error rate rose after version ${from}; back to the last healthy one.` : pick(next, reasons),
      from: from === null ? null : String(from),
      to: String(version),
      checks: rollback ? [] : checksOf(spec, score(version), from === null ? null : score(from)),
    })
    from = version
    return decision
  })
}

/** One decision about a version's life, e.g. its deprecation. */
export function lifecycleDecision(seed: string, spec: ModelSpec, action: 'deprecate' | 'archive', version: number, at: EpochMs, reason: string): Decision {
  const next = stream(seed, spec.name, action, String(version))
  return record(next, {
    action, at, version, actor: spec.people[0], reason,
    from: 'active', to: action === 'archive' ? 'archived' : 'deprecated', checks: [],
  })
}

function checksOf(spec: ModelSpec, score: number | null, before: number | null): readonly (readonly string[])[] {
  if (score === null) return []
  const name = spec.classes.length === 0 ? 'MAE' : 'F1'
  const digits = spec.classes.length === 0 ? 2 : 3
  return [
    ['version is ready', 'pass', 'READY', 'READY'],
    ...(before === null ? [] : [[`no regression of ${name}`, 'pass', score.toFixed(digits), before.toFixed(digits)]]),
    ['tests', 'pass', '6 of 6', 'all'],
  ]
}

function record(
  next: () => number,
  change: Omit<Decision, 'id' | 'tagValue'> & { actor: string; reason: string; checks: readonly (readonly string[])[] },
): Decision {
  const { action, at, version, from, to, actor, reason, checks } = change
  const id = ulid(at, next)
  const tagValue = JSON.stringify({
    id, action, status: 'done', actor, actorKind: 'authenticated', at: new Date(at).toISOString(), reason, from, to, checks, overrides: [],
  })
  return { id, action, at, version, from, to, tagValue }
}
