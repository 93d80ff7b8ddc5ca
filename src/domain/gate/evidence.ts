import type { Change } from '@/domain/change'
import type { Identity } from '@/domain/identity'
import type { Lifecycle } from '@/domain/lifecycle'
import type { QualityMetrics } from '@/domain/metric'
import type { PolicyLayers } from '@/domain/policy'
import type { EpochMs } from '@/domain/time'
import type { VersionStatus } from '@/domain/version'

/**
 * Everything that the checks look at, gathered by the dialog. For each optional part: `undefined` is not
 * configured or not asked (the check does not apply), `null` is asked and failed or absent (unknown or fail).
 */
export interface Evidence {
  /** Model, deployment, built-in. */
  policy: PolicyLayers
  candidate: { version: string; status: VersionStatus; lifecycle: Lifecycle['state'] }
  /** The champion when the page was opened and now. `null`: the registry did not answer. */
  registry: { seenChampion: string | null; champion: string | null; openIntent: Change | null } | null
  /** What the candidate's run logged. */
  quality?: QualityEvidence | null
  /** What the champion's run logged; `undefined` also where there is no champion. */
  championQuality?: QualityEvidence | null
  /** What monitoring says of the candidate, if it serves already (canary or shadow). */
  serving?: ServingEvidence | null
  championServing?: ServingEvidence | null
  lineage?: { commit: string | null; run: string | null; data: string | null } | null
  /** The candidate's own card or description; `null`: it has none. */
  documentation?: { words: number; origin: string } | null
  tests?: TestReport | null
  rollbackTarget?: { version: string } | null
  /** Who asked and who approves; `requester` `null`: there is no request. `null`: the requests could not be read. */
  approval?: { requester: Identity | null; approver: Identity | null } | null
  /** Alerts of this model; `null`: the source did not answer. */
  alerts?: readonly FiringAlert[] | null
  /** For retirements: requests to this version; `null` figures are unknown, never zero. */
  traffic?: { requests: number | null; days: number } | null
  replacement?: string | null
}

export interface QualityEvidence {
  metrics: QualityMetrics
  /** How many cases the metrics were computed on; `null`: not logged. */
  support: number | null
}

/** Figures over the same window for candidate and champion. */
export interface ServingEvidence {
  /** Requests in the window. */
  requests: number | null
  errorRatio: number | null
  p95Ms: number | null
}

/** Tests as a run's JUnit file or tags report them. */
export interface TestReport {
  passed: number
  failed: number
  skipped: number
  failedNames: readonly string[]
  /** When they ran; `null`: the report does not say. */
  at: EpochMs | null
}

export interface FiringAlert {
  name: string
  severity: 'critical' | 'warning' | (string & {})
  since: EpochMs | null
}
