import type { ModelAlert } from '@/domain/alerts/join'
import { judgedAlerts } from '@/domain/health/alertRules'
import { assess, type Health } from '@/domain/health/assess'
import { pendingOf, type HealthInput, type ScoreLevel } from '@/domain/health/input'
import { healthThresholds } from '@/domain/health/thresholds'
import { productionOf, type AliasNames } from '@/domain/lifecycle'
import { headlineMetrics, type HeadlineMetric } from '@/domain/metric'
import type { RegisteredModel } from '@/domain/model'
import type { Policy } from '@/domain/policy'
import type { EpochMs } from '@/domain/time'
import type { ModelVersion } from '@/domain/version'
import type { Standing } from '@/queries/standings'
import { comparedMs, qualityComparedMs, recentMs, type ModelFigures } from './fleetFigures'

/** Everything that the list and the head of a model's page know of a model. What is not there yet is `undefined`. */
export interface ModelFacts {
  model: RegisteredModel
  aliasNames: AliasNames
  standing: Standing | undefined
  figures: ModelFigures | undefined
  /** Deprecated versions and the requests per second that each still gets. */
  retiring: readonly { version: ModelVersion; requestRate: number | null }[] | undefined
  /** `undefined`: no source is configured, or none has answered yet; `null`: none could be asked. */
  alerts: readonly ModelAlert[] | null | undefined
  deploymentPolicy: Policy | null
  now: EpochMs
}

/** Judges one model by what is known of it. */
export function modelHealth(facts: ModelFacts): Health {
  return assess(healthInput(facts), healthThresholds({ model: facts.model.policy, deployment: facts.deploymentPolicy }))
}

function healthInput({ model, aliasNames, standing, figures, retiring, alerts, now }: ModelFacts): HealthInput {
  const production = productionOf(model, aliasNames)
  const champion = standing?.champion
  const promotion = champion?.changes.find(({ status, action }) => status === 'done' && (action === 'promote' || action === 'rollback'))
  return {
    now,
    servingKind: model.servingKind,
    production,
    champion: production === null ? undefined : champion,
    servingSince: promotion?.at ?? null,
    rollbackTo: standing?.previous?.lifecycle.state === 'active' ? standing.previous.ref.version : null,
    otherTraffic: retiring,
    // A champion that the registry could not find although an alias names it.
    danglingAliases:
      production?.by === 'alias' && standing && champion === null
        ? [{ alias: aliasNames.production, version: production.version }]
        : undefined,
    pending: pendingOf(model.tags),
    windowMs: recentMs,
    comparedMs,
    qualityComparedMs,
    requestRate: level(figures?.rate, figures?.rateBefore),
    errorRatio: level(figures?.errors, figures?.errorsBefore),
    latencyP95Ms: level(figures?.p95, figures?.p95Before),
    liveQuality: figures && liveQuality(figures),
    drift: figures?.drift === undefined ? undefined : figures.drift === null ? null : [{ feature: figures.driftFeature ?? null, psi: figures.drift }],
    batch: figures && lastBatch(figures),
    alerts: alerts && judgedAlerts(alerts),
    task: model.task,
    quality: standing?.championRun?.quality ?? (standing ? null : undefined),
    challenger: standing?.challenger && standing.challengerRun
      ? { version: standing.challenger.ref.version, quality: standing.challengerRun.quality }
      : standing && null,
  }
}

function level(now: number | null | undefined, before: number | null | undefined) {
  return now === undefined ? undefined : { now, before }
}

/** `null`: no run of a batch model is known. */
function lastBatch({ batchAge: ageMs, batchInterval: intervalMs = null, batchFailed: failed = null }: ModelFigures): HealthInput['batch'] {
  if (ageMs == null) return ageMs
  return { ageMs, intervalMs, failed: failed === null ? null : failed > 0 }
}

function liveQuality(figures: ModelFigures): HealthInput['liveQuality'] {
  const scores: Partial<Record<HeadlineMetric, ScoreLevel>> = {}
  for (const metric of headlineMetrics) {
    const now = figures[metric]
    if (now != null) scores[metric] = { now, before: figures[`${metric}Before`], samples: figures.samples }
  }
  if (Object.keys(scores).length > 0) return scores
  return headlineMetrics.every((metric) => figures[metric] === undefined) ? undefined : null
}
