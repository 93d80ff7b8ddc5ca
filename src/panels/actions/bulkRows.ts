import { availableActions, type ActionContext } from '@/domain/actions'
import type { Check } from '@/domain/gate/assessment'
import { compareVersions } from '@/domain/lifecycle'
import { quietDays } from '@/domain/retirement'
import type { ModelVersion } from '@/domain/version'
import { assessGathered, settledChecks, type Gathered } from '@/panels/evidence/gathered'
import type { Traffic } from '@/panels/evidence/useTraffic'

export type BulkAction = 'deprecate' | 'archive'

/** One of several versions that are to be retired together. */
export interface BulkRow {
  version: ModelVersion
  /** Why it is left out, as a sentence; `null`: it is not. */
  leftOut: string | null
  checks: readonly Check[]
  /** Checks that block until they are overridden. */
  blocking: readonly Check[]
  /** Evidence of it has not come yet. */
  waiting: boolean
}

export interface BulkInput {
  action: BulkAction
  versions: readonly ModelVersion[]
  context: ActionContext
  /** What holds for the model; each version's own facts are filled in here. */
  gathered: Gathered
  traffic: Pick<Traffic, 'unasked' | 'waiting' | 'of'>
  replacement: string | null
}

/** Judges each of several versions as its own dialog would, oldest first. */
export function bulkRows({ action, versions, context, gathered, traffic, replacement }: BulkInput): readonly BulkRow[] {
  return versions
    .toSorted((a, b) => compareVersions(a.ref.version, b.ref.version))
    .map((version): BulkRow => {
      const { ref, status, lifecycle } = version
      const possible = availableActions(version, context)[action]
      if (!possible.possible) return { version, leftOut: possible.reason, checks: [], blocking: [], waiting: false }
      if (ref.version === replacement) return { version, leftOut: `Version ${ref.version} is the replacement.`, checks: [], blocking: [], waiting: false }
      const calls = traffic.of(ref.version, 'month')
      const rows = assessGathered(action, {
        ...gathered,
        evidence: {
          ...gathered.evidence,
          candidate: { version: ref.version, status, lifecycle: lifecycle.state },
          replacement,
          traffic: traffic.unasked === null ? { requests: calls?.requests ?? null, days: quietDays } : undefined,
        },
        waiting: new Set([...gathered.waiting, ...(traffic.waiting ? (['traffic'] as const) : [])]),
      })
      const checks = settledChecks(rows, false)
      const blocking = checks.filter((check) => check.blocking)
      const final = blocking.find(({ overridable }) => !overridable)
      return { version, leftOut: final?.sentence ?? null, checks, blocking, waiting: rows.some((row) => row.waiting) }
    })
}
