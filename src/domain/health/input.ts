import type { AlertState } from '@/domain/alerts/alert'
import type { BatchRun } from '@/domain/batch'
import type { DanglingAlias, Production } from '@/domain/lifecycle'
import type { HeadlineMetric, QualityMetrics } from '@/domain/metric'
import type { ModelTask, ServingKind } from '@/domain/model'
import type { EpochMs } from '@/domain/time'
import type { ModelVersion } from '@/domain/version'

/** A figure now and what to hold it against. */
export interface Level {
  /** `null`: asked, but no data. */
  now: number | null
  /** The same figure `comparedMs` ago. */
  before?: number | null | undefined
  /** The last figure of the version that served before, over its own time. Believed before `before`. */
  previousVersion?: number | null | undefined
  /** Since when it has been where it is, if a series shows it. */
  since?: EpochMs | null | undefined
}

/** A live score with the number of labelled cases behind it. */
export interface ScoreLevel extends Level {
  samples?: number | null | undefined
}

/**
 * Everything that the rules may look at. All but `now` may be left out: `undefined` was not asked or is not
 * configured and is never judged; `null` was asked and has no data.
 */
export interface HealthInput {
  now: EpochMs
  /** Old figures are judged, but a model without trouble is then Stale, not OK. */
  staleSince?: EpochMs | null | undefined
  servingKind?: ServingKind | null | undefined

  production?: Production | null | undefined
  /** When the production version took over. */
  servingSince?: EpochMs | null | undefined
  /** The production version itself; `null`: it could not be read. */
  champion?: ModelVersion | null | undefined
  /** The version that a rollback would lead to (see domain/rollback). */
  rollbackTo?: string | null | undefined
  /** Versions other than the champion that receive requests, per second. */
  otherTraffic?: readonly { version: ModelVersion; requestRate: number | null }[] | null | undefined
  danglingAliases?: readonly DanglingAlias[] | null | undefined
  /** A decision under way or a request that waits (see {@link pendingOf}). */
  pending?: Pending | null | undefined

  /** What rates and quantiles look back on; needed to count requests. */
  windowMs?: number | undefined
  /** How long before now `before` was measured. */
  comparedMs?: number | undefined
  /** Per second. */
  requestRate?: Level | null | undefined
  errorRatio?: Level | null | undefined
  latencyP95Ms?: Level | null | undefined
  liveQuality?: Readonly<Partial<Record<HeadlineMetric, ScoreLevel>>> | null | undefined
  /** How long before now the `before` of live quality was measured; labels come late, so it is longer. */
  qualityComparedMs?: number | undefined
  /** Population stability index by feature; the whole list or only the highest. */
  drift?: readonly FeatureDrift[] | null | undefined

  /** The last run of a model that runs in batches. */
  batch?: BatchRun | null | undefined

  /** Alerts of the model, what needs a person first. */
  alerts?: readonly HealthAlert[] | null | undefined

  task?: ModelTask | null | undefined
  /** What the champion's run logged. */
  quality?: QualityMetrics | null | undefined
  challenger?: { version: string; quality: QualityMetrics } | null | undefined
}

/** An alert of the model in Prometheus or Alertmanager. */
export interface HealthAlert {
  name: string
  severity: string | null
  state: AlertState
  since: EpochMs | null
  /** `null`: the whole model. */
  version: string | null
  /** Somebody has silenced it. */
  silenced: boolean
}

export interface FeatureDrift {
  /** `null`: monitoring does not name it. */
  feature: string | null
  psi: number | null
}

export type Pending = 'decision' | 'request'

/** What waits on a registered model, by its tags: an intent is a decision that was not finished. */
export function pendingOf(tags: Readonly<Record<string, string>>): Pending | null {
  if (Object.keys(tags).some((key) => key.startsWith('modeldeck.intent.'))) return 'decision'
  return tags['modeldeck.pending'] === 'yes' ? 'request' : null
}
