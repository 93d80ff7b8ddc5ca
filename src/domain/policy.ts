/** How much a check weighs: `required` blocks, `advisory` informs, `off` is not asked. */
export const gateLevels = ['required', 'advisory', 'off'] as const
export type GateLevel = (typeof gateLevels)[number]

/** Limits on one metric or signal, as config.json and the tag `modeldeck.policy` write them. */
export interface Threshold {
  warn?: number | undefined
  critical?: number | undefined
  /** Where an alert that fired ends again; between it and the limit that raised it nothing flips. Health has no memory and does not ask. */
  recover?: number | undefined
  /** Which side is bad: `below` for scores, `above` for errors and latency. */
  direction?: 'below' | 'above' | undefined
  /** How long the figure must be beyond its limit before an alert fires: `10m`. */
  for?: string | undefined
  minSamples?: number | undefined
  /** How much worse than the champion a candidate may be: absolute for scores and ratios, else a share. */
  tolerance?: number | undefined
}

export interface Slo {
  /** Share of good requests: 0.999. */
  availability?: number | undefined
  latencyMs?: number | undefined
  /** `30d`. */
  window?: string | undefined
}

/** What a deployment or a model demands. Everything may be left out. */
export interface Policy {
  thresholds?: Readonly<Record<string, Threshold>> | undefined
  gates?: Readonly<Record<string, GateLevel>> | undefined
  slo?: Slo | undefined
}

/** A setting and who decided it. */
export interface Resolved<T> {
  value: T
  from: 'model' | 'deployment' | 'default'
}

/** The three layers, nearest first. Each setting falls through on its own. */
export interface PolicyLayers {
  model?: Policy | null | undefined
  deployment?: Policy | null | undefined
  builtIn?: Policy | undefined
}

const layerNames = ['model', 'deployment', 'default'] as const

function first<T>(layers: PolicyLayers, pick: (policy: Policy) => T | undefined): Resolved<T> | null {
  const policies = [layers.model, layers.deployment, layers.builtIn]
  for (const [index, from] of layerNames.entries()) {
    const policy = policies[index]
    const value = policy ? pick(policy) : undefined
    if (value !== undefined) return { value, from }
  }
  return null
}

/** One setting of one threshold, or `null` where nobody set it. */
export function thresholdSetting<K extends keyof Threshold>(
  layers: PolicyLayers,
  name: string,
  key: K,
): Resolved<NonNullable<Threshold[K]>> | null {
  return first(layers, (policy) => own(policy.thresholds, name)?.[key] ?? undefined)
}

/** One part of the service level objective, or `null` where nobody set it. */
export function sloSetting<K extends keyof Slo>(layers: PolicyLayers, key: K): Resolved<NonNullable<Slo[K]>> | null {
  return first(layers, (policy) => policy.slo?.[key] ?? undefined)
}

/** The level of a gate; `fallback` is the gate's own default. */
export function gateLevel(layers: PolicyLayers, gate: string, fallback: GateLevel): Resolved<GateLevel> {
  return first(layers, (policy) => own(policy.gates, gate)) ?? { value: fallback, from: 'default' }
}

// A metric may be called `constructor`: only own keys are settings.
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** Milliseconds of a duration such as `90s`, `10m`, `1h30m` or `30d`; `null`: it is none. */
export function durationMs(text: string): number | null {
  if (!/^(?:\d+[smhdw])+$/.test(text)) return null
  let total = 0
  for (const [, count, unit] of text.matchAll(/(\d+)([smhdw])/g)) total += Number(count) * (unitMs[unit ?? ''] ?? 0)
  return total
}
