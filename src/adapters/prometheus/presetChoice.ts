import { dayMs, minuteMs, type Clock, type EpochMs } from '@/domain/time'
import type { PrometheusApi } from './api'
import { isNotOffered } from './errors'
import { loaded } from '@/adapters/loaded'
import type { Preset } from './preset'
import { autoPreset, loadPreset, loadPresets } from './presets'
import { modeldeck } from './presets/modeldeck'
import { resolveSettings, type PrometheusSettings, type ResolvedSettings } from './settings'

/** The settings over the preset that is in use, and who chose it. */
export interface ChosenSettings extends ResolvedSettings {
  /** `found`: by its metrics · `none-found`: the convention stands in until there are any · `given`: by config.json. */
  choice: 'given' | 'found' | 'none-found' | 'not-listed'
}

export interface PresetChoice {
  /** What is in use; `null` until it is known. */
  known(): ChosenSettings | null
  /** Loads the preset or, for `auto`, asks the server which one fits. Rejects with SourceError. */
  get(): Promise<ChosenSettings>
}

/** The presets of which a server has every mark, the first to choose before the others. */
export function fitting(presets: readonly Preset[], names: readonly string[]): Preset[] {
  const known = new Set(names)
  return presets.filter(({ marks }) => marks.every((mark) => known.has(mark)))
}

/** Where nothing was found, it is looked for again: a server that starts has no samples yet. */
const againMs = minuteMs

/** Decides once which preset is in use. No request is sent before it is asked for. */
export function createPresetChoice(settings: PrometheusSettings & { id: string }, api: PrometheusApi, clock: Clock): PresetChoice {
  let chosen: ChosenSettings | null = null
  let lookedAt: EpochMs | null = null
  let choosing: Promise<ChosenSettings> | null = null
  const resolve = (preset: Preset, choice: ChosenSettings['choice']) => ({ ...resolveSettings(settings, preset), choice })

  if (settings.preset !== autoPreset) {
    const resolved = resolveSettings(settings)
    // The convention is here already, and what is wrong is wrong over any preset.
    if (settings.preset === modeldeck.name || resolved.preset === null) chosen = { ...resolved, choice: 'given' }
  }

  async function choose(): Promise<ChosenSettings> {
    try {
      if (settings.preset !== autoPreset) return (chosen = resolve(await loaded(settings.id, loadPreset(settings.preset)), 'given'))
      const now = clock.now()
      const presets = await loaded(settings.id, loadPresets())
      const names = await listed(api, presets.flatMap(({ marks }) => marks), now)
      const [first] = names === null ? [] : fitting(presets, names)
      chosen = resolve(first ?? modeldeck, names === null ? 'not-listed' : first ? 'found' : 'none-found')
      lookedAt = chosen.choice === 'none-found' ? now : null
      return chosen
    } finally {
      choosing = null
    }
  }

  return {
    known: () => chosen,
    get() {
      const old = lookedAt !== null && Math.abs(clock.now() - lookedAt) >= againMs
      if (chosen !== null && !old) return Promise.resolve(chosen)
      // One question for all panels that start at once; none of them may abort it for the others.
      choosing ??= choose()
      return choosing
    },
  }
}

/** Which of these metrics have samples in the last day; `null`: the server does not list names. */
async function listed(api: PrometheusApi, names: readonly string[], now: EpochMs): Promise<string[] | null> {
  try {
    return await api.existing(names, now - dayMs, now)
  } catch (error) {
    if (isNotOffered(error)) return null
    throw error
  }
}
