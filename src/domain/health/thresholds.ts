import { batchLimit } from '@/domain/batch'
import type { HeadlineMetric } from '@/domain/metric'
import type { PolicyLayers } from '@/domain/policy'
import { sloSetting, thresholdSetting } from '@/domain/policy'

/** Where a figure becomes At risk and where Failing; `null`: never. */
export interface Limit {
  warn: number | null
  critical: number | null
}

/** Limits of a live score. */
export interface ScoreLimit extends Limit {
  /** Fewer labelled cases than this say nothing. */
  minSamples: number
}

/** When a figure counts as risen: to at least `factor` times, and by at least `atLeast`. */
export interface Jump {
  factor: number
  atLeast: number
}

/** Every number that a health rule compares with. */
export interface HealthThresholds {
  errorRatio: Limit
  errorJump: Jump
  /** Fewer requests in the window than this say nothing about errors or latency. */
  minRequests: number
  latencyP95Ms: Limit
  latencyJump: Jump
  /** Requests per second that were there before their absence is noticed. */
  minRequestRate: number
  /** Fewer requests per second than this are bad. */
  requestRate: Limit
  quality: Readonly<Record<HeadlineMetric, ScoreLimit>>
  qualityDrop: number
  drift: Limit
  /** How late a batch may be, in intervals since its last run ended. */
  batchLate: Limit
  sunsetNearDays: number
}

const never: Limit = { warn: null, critical: null }
const unset: ScoreLimit = { ...never, minSamples: 200 }

/** What holds where nobody set anything. Quality and latency have no limit that suits every model. */
export const defaultThresholds: HealthThresholds = {
  errorRatio: { warn: 0.01, critical: 0.03 },
  errorJump: { factor: 2, atLeast: 0.005 },
  minRequests: 100,
  latencyP95Ms: never,
  latencyJump: { factor: 1.5, atLeast: 50 },
  minRequestRate: 1 / 60,
  requestRate: never,
  quality: { f1: unset, accuracy: unset, precision: unset, recall: unset },
  qualityDrop: 0.05,
  drift: { warn: 0.2, critical: null },
  batchLate: batchLimit,
  sunsetNearDays: 30,
}

/**
 * Burn rates at which a 30-day error budget is gone within 5 and 2 days
 * (https://sre.google/workbook/alerting-on-slos/).
 */
export const burnRates = { warn: 6, critical: 14.4 }

/**
 * The thresholds of one model: its own policy, else the deployment's, else the default. Keys are
 * `error_ratio`, `latency_p95`, `request_rate`, `drift`, `batch_late` and the measures (`f1` or `quality_f1`). Where no error ratio is set,
 * an availability objective sets it by its burn rate; where no latency is set, the objective's counts.
 */
export function healthThresholds(layers: PolicyLayers): HealthThresholds {
  const availability = sloSetting(layers, 'availability')?.value
  const latencyMs = sloSetting(layers, 'latencyMs')?.value
  const budget = availability === undefined ? null : 1 - availability
  return {
    ...defaultThresholds,
    errorRatio: limitOf(
      layers,
      ['error_ratio'],
      budget === null
        ? defaultThresholds.errorRatio
        : { warn: budget * burnRates.warn, critical: budget * burnRates.critical },
      'above',
    ),
    minRequests: thresholdSetting(layers, 'error_ratio', 'minSamples')?.value ?? defaultThresholds.minRequests,
    latencyP95Ms: limitOf(layers, ['latency_p95'], { warn: latencyMs ?? null, critical: null }, 'above'),
    requestRate: limitOf(layers, ['request_rate'], never, 'below'),
    quality: {
      f1: scoreLimit(layers, 'f1'),
      accuracy: scoreLimit(layers, 'accuracy'),
      precision: scoreLimit(layers, 'precision'),
      recall: scoreLimit(layers, 'recall'),
    },
    drift: limitOf(layers, ['drift'], defaultThresholds.drift, 'above'),
    batchLate: limitOf(layers, ['batch_late'], batchLimit, 'above'),
  }
}

function scoreLimit(layers: PolicyLayers, metric: HeadlineMetric): ScoreLimit {
  const names = [metric, `quality_${metric}`]
  return {
    ...limitOf(layers, names, never, 'below'),
    minSamples: firstSetting(layers, names, 'minSamples') ?? unset.minSamples,
  }
}

function firstSetting(
  layers: PolicyLayers,
  names: readonly string[],
  key: 'warn' | 'critical' | 'minSamples',
): number | null {
  for (const name of names) {
    const found = thresholdSetting(layers, name, key)
    if (found !== null) return found.value
  }
  return null
}

function limitOf(layers: PolicyLayers, names: readonly string[], fallback: Limit, bad: 'above' | 'below'): Limit {
  const [warn, critical] = [firstSetting(layers, names, 'warn'), firstSetting(layers, names, 'critical')]
  if (warn === null || critical !== null) return { warn: warn ?? fallback.warn, critical: critical ?? fallback.critical }
  // A default must not call Failing what the set limit does not even call At risk.
  const contradicts = fallback.critical !== null && (bad === 'above' ? fallback.critical < warn : fallback.critical > warn)
  return { warn, critical: contradicts ? null : fallback.critical }
}
