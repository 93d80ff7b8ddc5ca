import { healthThresholds, type Limit } from '@/domain/health/thresholds'
import { headlineMetrics, type HeadlineMetric } from '@/domain/metric'
import { durationMs, sloSetting, thresholdSetting, type PolicyLayers, type Resolved, type Slo } from '@/domain/policy'
import { usualDirection } from '@/domain/policyDraft'
import { signalNames, type SignalName } from '@/domain/signal'
import { minuteMs } from '@/domain/time'

/** How long a figure must be beyond its limit before an alert fires, where nobody says. */
export const defaultFor = '5m'

/** What rates and quantiles look back on in an alert, as in a judgement: the same figure is held against the same limit. */
export const ruleWindowMs = 5 * minuteMs

/**
 * What has fired goes on for this long after its condition was last met: shorter gaps and dips end nothing.
 * Prometheus calls it `keep_firing_for`.
 */
export const keepFiringMs = 10 * minuteMs

/** When an alert on a signal of a model fires, and when it ends again. Limits are in the signal's unit. */
export interface ThresholdRule extends Limit {
  /** As the policy names it: `error_ratio`, `f1`. */
  name: string
  signal: SignalName
  /** Which side of a limit is bad. At the limit itself it is bad above, and not below. */
  side: 'above' | 'below'
  /** What has fired ends only back past it; `null`: at the limit that raised it. */
  recover: number | null
  forMs: number
  /** What a figure rests on, and the least that says something; `null`: it is not counted. */
  support: { signal: SignalName; least: number } | null
  /** Who set the limits. */
  from: Resolved<number>['from']
}

/** The limits that hold for a model, each as a rule on its signal: those of health, and any that names another signal. */
export function thresholdRules(layers: PolicyLayers): readonly ThresholdRule[] {
  return signalNames.flatMap((signal) => {
    const metric = headlineMetrics.find((known) => `quality_${known}` === signal)
    const names = metric === undefined ? [signal] : [metric, signal]
    const limit = limitOf(layers, signal, metric)
    if (limit.warn === null && limit.critical === null) return []
    const setting = <K extends 'warn' | 'critical' | 'recover' | 'for' | 'direction' | 'minSamples'>(key: K) => names.flatMap((name) => thresholdSetting(layers, name, key) ?? [])[0]
    const slo = sloOf(signal)
    return {
      name: names[0] ?? signal,
      signal,
      side: setting('direction')?.value ?? usualDirection(signal),
      ...limit,
      recover: setting('recover')?.value ?? null,
      forMs: durationMs(setting('for')?.value ?? defaultFor) ?? 0,
      support: supportOf(layers, signal, metric),
      from: setting('warn')?.from ?? setting('critical')?.from ?? (slo && sloSetting(layers, slo)?.from) ?? 'default',
    }
  })
}

/** Whether somebody demands something of the model's figures: Modeldeck's own limits hold for every model. */
export function hasOwnLimits(layers: PolicyLayers): boolean {
  return thresholdRules(layers).some(({ from }) => from !== 'default')
}

function limitOf(layers: PolicyLayers, signal: SignalName, metric: HeadlineMetric | undefined): Limit {
  const health = healthThresholds(layers)
  if (metric !== undefined) return { warn: health.quality[metric].warn, critical: health.quality[metric].critical }
  const judged: Partial<Record<SignalName, Limit>> = { error_ratio: health.errorRatio, latency_p95: health.latencyP95Ms, request_rate: health.requestRate, drift: health.drift }
  return judged[signal] ?? { warn: thresholdSetting(layers, signal, 'warn')?.value ?? null, critical: thresholdSetting(layers, signal, 'critical')?.value ?? null }
}

function supportOf(layers: PolicyLayers, signal: SignalName, metric: HeadlineMetric | undefined): ThresholdRule['support'] {
  const { quality, minRequests } = healthThresholds(layers)
  if (metric !== undefined) return { signal: 'quality_samples', least: quality[metric].minSamples }
  return signal === 'error_ratio' || signal.startsWith('latency_') ? { signal: 'request_rate', least: minRequests } : null
}

function sloOf(signal: SignalName): keyof Slo | null {
  return signal === 'error_ratio' ? 'availability' : signal === 'latency_p95' ? 'latencyMs' : null
}

/** The least value of the supporting signal: requests are counted over the window, cases as they are. */
export function leastSupport({ signal, least }: NonNullable<ThresholdRule['support']>): number {
  return signal === 'request_rate' ? (least * 1000) / ruleWindowMs : least
}

/** Whether a value is at or over (`above`), or under (`below`), a limit: the comparison of health. */
export function isBeyond(value: number, limit: number, side: ThresholdRule['side']): boolean {
  return side === 'above' ? value >= limit : value < limit
}
