import type { GateLevel, Policy, Slo, Threshold } from './policy'
import { durationMs, gateLevels } from './policy'
import { higherIsBetter, knownMetrics } from './quality/metricTable'

/**
 * A policy as it is typed: each setting by its path (`thresholds.f1.warn`, `gates.tests`, `slo.window`), as
 * text; empty is not set.
 */
export type PolicyText = Readonly<Record<string, string>>

export interface PolicyProblem {
  path: string
  /** What is wrong, without a full stop: `must be a number such as 0.85`. */
  message: string
}

/** The settings of a threshold that a person types as numbers. */
export const thresholdNumbers = ['warn', 'critical', 'recover', 'minSamples', 'tolerance'] as const
export type ThresholdNumber = (typeof thresholdNumbers)[number]

/** Every setting of a policy, by path. */
export function policyText(policy: Policy | null): PolicyText {
  const text: Record<string, string> = {}
  for (const [name, threshold] of Object.entries(policy?.thresholds ?? {}))
    for (const [setting, value] of Object.entries(threshold)) if (value !== undefined) text[`thresholds.${name}.${setting}`] = String(value)
  for (const [gate, level] of Object.entries(policy?.gates ?? {})) text[`gates.${gate}`] = level
  for (const [setting, value] of Object.entries(policy?.slo ?? {})) if (value !== undefined) text[`slo.${setting}`] = String(value)
  return text
}

/** What was typed as a policy, as far as it can be read, and what is wrong with the rest, by path. */
export function readPolicyText(text: PolicyText): { policy: Policy; problems: readonly PolicyProblem[] } {
  const thresholds: Record<string, Threshold> = {}
  const gates: Record<string, GateLevel> = {}
  const slo: Slo = {}
  const problems: PolicyProblem[] = []
  for (const [path, typed] of Object.entries(text)) {
    const value = typed.trim()
    if (value === '') continue
    const found = settingAt(path)
    if (found === null) problems.push({ path, message: 'is not a setting' })
    else if (found.kind === 'gate') {
      const level = gateLevels.find((known) => known === value)
      if (level) gates[found.name] = level
      else problems.push({ path, message: `must be ${gateLevels.join(' or ')}` })
    } else {
      const read = readValue(found.setting, value)
      if ('wrong' in read) problems.push({ path, message: read.wrong })
      else if (found.kind === 'slo') Object.assign(slo, { [found.setting]: read.value })
      else thresholds[found.name] = { ...thresholds[found.name], [found.setting]: read.value }
    }
  }
  const policy: Policy = {
    ...(Object.keys(thresholds).length > 0 && { thresholds }),
    ...(Object.keys(gates).length > 0 && { gates }),
    ...(Object.keys(slo).length > 0 && { slo }),
  }
  return { policy, problems: [...problems, ...Object.entries(thresholds).flatMap(([name, threshold]) => contradictions(name, threshold))] }
}

type Setting = { kind: 'threshold'; name: string; setting: string } | { kind: 'gate'; name: string } | { kind: 'slo'; setting: string }

/** A metric's name may hold dots; the names of settings do not. */
function settingAt(path: string): Setting | null {
  const [, section, rest] = /^(thresholds|gates|slo)\.(.+)$/.exec(path) ?? []
  if (rest === undefined) return null
  if (section === 'gates') return { kind: 'gate', name: rest }
  if (section === 'slo') return rest in readers ? { kind: 'slo', setting: rest } : null
  const dot = rest.lastIndexOf('.')
  const setting = rest.slice(dot + 1)
  return dot > 0 && setting in readers ? { kind: 'threshold', name: rest.slice(0, dot), setting } : null
}

type Read = { value: number | string } | { wrong: string }

function readValue(setting: string, typed: string): Read {
  return readers[setting]?.(typed) ?? { wrong: 'is not a setting' }
}

const readers: Readonly<Record<string, (typed: string) => Read>> = {
  warn: number(),
  critical: number(),
  recover: number(),
  minSamples: number((value) => (value >= 0 && Number.isInteger(value) ? null : 'must be a whole number, 0 or more')),
  tolerance: number((value) => (value >= 0 ? null : 'must be 0 or more')),
  availability: number((value) => (value > 0 && value < 1 ? null : 'must be between 0 and 1, such as 0.999')),
  latencyMs: number((value) => (value > 0 ? null : 'must be above 0')),
  direction: (typed) => (typed === 'below' || typed === 'above' ? { value: typed } : { wrong: 'must be below or above' }),
  for: duration,
  window: duration,
}

function number(check: (value: number) => string | null = () => null): (typed: string) => Read {
  return (typed) => {
    const value = Number(typed)
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(typed) || !Number.isFinite(value)) return { wrong: 'must be a number such as 0.85' }
    const wrong = check(value)
    return wrong === null ? { value } : { wrong }
  }
}

function duration(typed: string): Read {
  return durationMs(typed) === null ? { wrong: 'must be a duration such as 10m or 30d' } : { value: typed }
}

/** Which side of a limit is bad where nobody says: below for scores and request rates, above for errors, latency and drift. */
export function usualDirection(name: string): 'below' | 'above' {
  if (name === 'request_rate') return 'below'
  const metric = knownMetrics.find((known) => known === name || `quality_${known}` === name)
  return metric !== undefined && higherIsBetter(metric) ? 'below' : 'above'
}

/** Limits that cannot hold at once: where worse is below, critical lies below warn and recover above it. */
function contradictions(name: string, { warn, critical, recover, direction = usualDirection(name) }: Threshold): readonly PolicyProblem[] {
  const worse = (a: number, b: number) => (direction === 'below' ? a < b : a > b)
  const problems: PolicyProblem[] = []
  if (warn !== undefined && critical !== undefined && worse(warn, critical))
    problems.push({ path: `thresholds.${name}.critical`, message: `must not be ${direction === 'below' ? 'above' : 'below'} warn, which comes first` })
  const [raises, word] = warn === undefined ? [critical, 'critical'] : [warn, 'warn']
  if (raises !== undefined && recover !== undefined && worse(recover, raises))
    problems.push({ path: `thresholds.${name}.recover`, message: `must not be ${direction} ${word}, or it would end nothing` })
  return problems
}

/** The policy as its tag holds it. */
export function policyJson(policy: Policy): string {
  return JSON.stringify(policy)
}
