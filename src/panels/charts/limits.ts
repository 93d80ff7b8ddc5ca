import { healthThresholds, type Limit } from '@/domain/health/thresholds'
import type { HeadlineMetric } from '@/domain/metric'
import { sloSetting, thresholdSetting, type PolicyLayers, type Slo } from '@/domain/policy'
import type { Unit } from '@/domain/signal'
import type { ChartThreshold } from '@/ui/charts/chartInput'
import { measureText } from '@/ui/format/numbers'

/** The limits of one signal as a chart draws them, and who set them. */
export interface ChartLimits {
  thresholds: readonly ChartThreshold[]
  /** `null`: there is no limit. */
  note: string | null
}

const setters = { model: 'this model’s policy', deployment: 'this deployment’s policy', default: 'the built-in default' } as const

interface Named {
  limit: Limit
  unit: Unit
  side: 'above' | 'below'
  /** Keys in the policy. */
  names: readonly string[]
  /** The objective that stands in for them. */
  slo?: keyof Slo
}

function chartLimits(layers: PolicyLayers, { limit, unit, side, names, slo }: Named): ChartLimits {
  const lines = [
    { value: limit.warn, word: 'at risk' },
    { value: limit.critical, word: 'failing' },
  ].flatMap(({ value, word }) => (value === null ? [] : [{ value, word }]))
  if (lines.length === 0) return { thresholds: [], note: null }
  const own = names.flatMap((name) => thresholdSetting(layers, name, 'warn') ?? thresholdSetting(layers, name, 'critical') ?? [])[0]
  const from = own?.from ?? (slo === undefined ? undefined : sloSetting(layers, slo)?.from) ?? 'default'
  const words = lines.map(({ value, word }) => `${word} ${side} ${measureText(value, unit)}`)
  return {
    thresholds: lines.map(({ value, word }) => ({ value, label: word })),
    note: `Limits: ${words.join(', ')}; set by ${setters[from]}.`,
  }
}

export function errorLimits(layers: PolicyLayers): ChartLimits {
  const { errorRatio: limit } = healthThresholds(layers)
  return chartLimits(layers, { limit, unit: 'ratio', side: 'above', names: ['error_ratio'], slo: 'availability' })
}

/** Limits of the 95th percentile; they say nothing of the others. */
export function latencyLimits(layers: PolicyLayers): ChartLimits {
  const { latencyP95Ms: limit } = healthThresholds(layers)
  return chartLimits(layers, { limit, unit: 'ms', side: 'above', names: ['latency_p95'], slo: 'latencyMs' })
}

export function scoreLimits(layers: PolicyLayers, metric: HeadlineMetric): ChartLimits {
  const limit = healthThresholds(layers).quality[metric]
  return chartLimits(layers, { limit, unit: 'score', side: 'below', names: [metric, `quality_${metric}`] })
}

export function driftLimits(layers: PolicyLayers): ChartLimits {
  const { drift: limit } = healthThresholds(layers)
  return chartLimits(layers, { limit, unit: 'index', side: 'above', names: ['drift'] })
}
