import type { Problem } from '@/domain/problem'
import { signalNames, signalUnits, type SignalName } from '@/domain/signal'
import { compileRules, type CompiledRule, type JoinRules, type MatchRule } from './matchRules'
import type { Preset, PresetSignals, SignalQuery, UnsupportedSignal } from './preset'
import { autoPreset, presetNames } from './presets'
import { modeldeck } from './presets/modeldeck'
import { isLabelName, placeholders, unknownPlaceholders, type ServingLabels } from './promql'

/** What a label's name can be given for. */
export type LabelKey = 'model' | 'version' | keyof typeof joinLabels

/** The labels by which other exporters name what a model runs on, unless config.json says otherwise. */
const joinLabels = { pod: 'pod', deployment: 'deployment', cache: 'instance', consumer: 'consumergroup' } as const
export type JoinLabels = Readonly<Record<keyof typeof joinLabels, string>>

/** What config.json says of a Prometheus; all of it has defaults. */
export interface PrometheusSettings {
  /** One of `presetNames`, or `auto`. */
  preset: string
  /** Label names; an empty `version` says that there is none. */
  labels: Readonly<Partial<Record<LabelKey, string | undefined>>>
  match: readonly MatchRule[]
  /** Signal → PromQL template, instead of the preset's. */
  queries: Readonly<Record<string, unknown>>
  registryIds: readonly string[]
}

/** The settings, checked and joined with the preset. */
export interface ResolvedSettings {
  preset: Preset | null
  labels: ServingLabels
  rules: readonly CompiledRule[]
  joinLabels: JoinLabels
  joins: JoinRules
  signals: PresetSignals
  /** The signals whose query is config.json's own. */
  overridden: readonly SignalName[]
  /** Paths below the source (`queries.drift`), and what is wrong there. What is wrong is never half-applied. */
  problems: readonly Problem[]
}

/**
 * Reads the settings over a preset. What cannot be read is named, and its signals say so instead of falling
 * back. What is wrong does not depend on the preset, so that config.json is checked before one is loaded.
 */
export function resolveSettings(settings: PrometheusSettings, over: Preset = modeldeck): ResolvedSettings {
  const known = settings.preset === autoPreset || presetNames.some((name) => name === settings.preset)
  const preset = known ? over : null
  const { rules, joins, problems } = compileRules(settings.match, settings.registryIds)
  if (!known) {
    const names = [...presetNames, autoPreset].join(', ')
    problems.push({ field: 'preset', message: `"${settings.preset}" is not known; known: ${names}` })
  }
  const labels = resolveLabels(settings.labels, preset, problems)
  const signals: { -readonly [K in keyof PresetSignals]: PresetSignals[K] } = { ...over.signals }
  if (!known) for (const name of signalNames) signals[name] = { reason: 'The preset in config.json is not known.' }
  const overridden: SignalName[] = []
  for (const [name, query] of Object.entries(settings.queries)) {
    const signal = signalNames.find((one) => one === name)
    const message = signal ? queryProblem(query) : `is no signal; known: ${signalNames.join(', ')}`
    if (message !== null) problems.push({ field: `queries.${name}`, message })
    if (!signal) continue
    overridden.push(signal)
    signals[signal] =
      typeof query === 'string' && message === null
        ? override(query, signal, signals[signal])
        : { reason: `Its query in config.json ${message}.` }
  }
  return { preset, labels, rules, joinLabels: resolveJoinLabels(settings.labels, problems), joins, signals, overridden, problems }
}

function resolveJoinLabels(labels: PrometheusSettings['labels'], problems: Problem[]): JoinLabels {
  const resolved: Record<keyof JoinLabels, string> = { ...joinLabels }
  for (const key of ['pod', 'deployment', 'cache', 'consumer'] as const) {
    const name = labels[key]
    if (name === undefined) continue
    if (isLabelName(name)) resolved[key] = name
    else problems.push({ field: `labels.${key}`, message: `"${name}" cannot be a label's name` })
  }
  return resolved
}

function resolveLabels(
  labels: PrometheusSettings['labels'],
  preset: Preset | null,
  problems: Problem[],
): ServingLabels {
  const fallback = preset?.labels ?? { model: 'model', version: 'version' }
  const version = labels.version === '' ? null : (labels.version ?? fallback.version)
  const resolved = { model: labels.model ?? fallback.model, version }
  for (const [key, name] of Object.entries(resolved)) {
    if (name === null || isLabelName(name)) continue
    problems.push({ field: `labels.${key}`, message: `"${name}" cannot be a label's name` })
  }
  // A text that is no name would break every query, or change what it asks.
  return {
    model: isLabelName(resolved.model) ? resolved.model : fallback.model,
    version: version === null || isLabelName(version) ? version : fallback.version,
  }
}

/** Why a template cannot be sent, to follow its name: `must be a PromQL text`; `null`: it can. */
export function queryProblem(query: unknown): string | null {
  if (typeof query !== 'string' || query.trim() === '') return 'must be a PromQL text'
  const [unknown] = unknownPlaceholders(query)
  if (unknown === undefined) return null
  return `holds ${unknown}; known are ${Object.keys(placeholders).join(', ')}`
}

/** Another text for a signal: what its answer means does not change. */
export function override(query: string, name: SignalName, preset: SignalQuery | UnsupportedSignal | undefined): SignalQuery {
  if (preset !== undefined && !('reason' in preset)) {
    const { keep, longest, combine, worst, scope } = preset
    return { query, combine, ...(keep && { keep }), ...(longest !== undefined && { longest }), ...(worst && { worst }), ...(scope && { scope }) }
  }
  const unit = signalUnits[name]
  const additive = unit === 'per_second' || unit === 'count'
  return { query, combine: additive ? 'sum' : unit === 'score' ? 'min' : 'max' }
}
