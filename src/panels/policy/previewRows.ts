import { assess, decide, type Check } from '@/domain/gate/assessment'
import type { Evidence } from '@/domain/gate/evidence'
import type { Policy } from '@/domain/policy'

/** What promoting a version would meet. */
export interface Verdict {
  /** Checks that pass, of those that have a verdict. */
  passed: number
  judged: number
  blockedBy: readonly Pick<Check, 'id' | 'title' | 'sentence'>[]
}

export interface PreviewRow {
  version: string
  /** It is in production: nothing would be asked of it. */
  inProduction: boolean
  now: Verdict
  edited: Verdict
  /** The blocking checks differ. */
  differs: boolean
}

/** Judges a version by the policy that holds and by the edited one. */
export function previewRow(version: string, evidence: Omit<Evidence, 'policy'>, policies: { deployment: Policy | null; now: Policy | null; edited: Policy }): PreviewRow {
  const verdict = (model: Policy | null) => verdictOf({ ...evidence, policy: { model, deployment: policies.deployment } })
  const [now, edited] = [verdict(policies.now), verdict(policies.edited)]
  return { version, inProduction: evidence.registry?.champion === version, now, edited, differs: keyOf(now) !== keyOf(edited) }
}

function keyOf({ passed, judged, blockedBy }: Verdict): string {
  return [passed, judged, ...blockedBy.map(({ id }) => id)].join()
}

function verdictOf(evidence: Evidence): Verdict {
  const checks = assess('promote', evidence)
  const judged = checks.filter(({ verdict }) => verdict !== 'not-applicable')
  return { passed: judged.filter(({ verdict }) => verdict === 'pass').length, judged: judged.length, blockedBy: decide(checks).blockedBy }
}
