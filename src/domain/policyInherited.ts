import { defaultTolerance } from './gate/regressionGate'
import { errorTolerance, latencyTolerance } from './gate/servingGates'
import { gates } from './gate/gates'
import { healthThresholds, type HealthThresholds, type Limit } from './health/thresholds'
import type { Policy, PolicyLayers, Threshold } from './policy'
import { sloSetting, thresholdSetting } from './policy'
import { usualDirection } from './policyDraft'
import { defaultFor } from './thresholds/rule'
import { knownMetrics, metricTable } from './quality/metricTable'

/** What holds where a model's policy says nothing: the value as text, and who set it. */
export interface Inherited {
  text: string
  from: 'deployment' | 'default'
}

/** A threshold's setting without the model's own policy; `null`: nobody sets it. */
export function inheritedThreshold(deployment: Policy | null, name: string, setting: keyof Threshold): Inherited | null {
  const layers: PolicyLayers = { deployment }
  const set = thresholdSetting(layers, name, setting)
  if (set !== null) return { text: String(set.value), from: 'deployment' }
  switch (setting) {
    case 'direction':
      return { text: usualDirection(name), from: 'default' }
    case 'for':
      return { text: defaultFor, from: 'default' }
    case 'tolerance':
      return { text: usualTolerance(name), from: 'default' }
    case 'warn':
    case 'critical': {
      const text = limitOf(healthThresholds(layers), name)?.[setting]
      return text == null ? null : { text: rounded(text), from: deployment?.slo === undefined ? 'default' : 'deployment' }
    }
    default:
      return null
  }
}

/** The level of a check without the model's own policy. */
export function inheritedLevel(deployment: Policy | null, gate: string): Inherited {
  const set = deployment?.gates && Object.hasOwn(deployment.gates, gate) ? deployment.gates[gate] : undefined
  if (set !== undefined) return { text: set, from: 'deployment' }
  return { text: gates.find(({ id }) => id === gate)?.defaultLevel ?? 'off', from: 'default' }
}

export function inheritedSlo(deployment: Policy | null, setting: 'availability' | 'latencyMs' | 'window'): Inherited | null {
  const set = sloSetting({ deployment }, setting)
  return set === null ? null : { text: String(set.value), from: 'deployment' }
}

function limitOf({ errorRatio, latencyP95Ms, requestRate, drift }: HealthThresholds, name: string): Limit | null {
  const limits: Readonly<Record<string, Limit>> = { error_ratio: errorRatio, latency_p95: latencyP95Ms, request_rate: requestRate, drift }
  return limits[name] ?? null
}

function usualTolerance(name: string): string {
  if (name === 'error_ratio') return String(errorTolerance)
  if (name === 'latency_p95') return String(latencyTolerance)
  const measure = knownMetrics.find((metric) => metric === name)
  return measure !== undefined && metricTable[measure].task === 'regression' ? `${defaultTolerance.share * 100} %` : String(defaultTolerance.score)
}

// An objective's budget times a burn rate is seldom a round number.
function rounded(value: number): string {
  return String(Number(value.toPrecision(4)))
}
