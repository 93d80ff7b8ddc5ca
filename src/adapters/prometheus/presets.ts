import type { Preset } from './preset'
import { modeldeck } from './presets/modeldeck'

/** The runtimes whose metrics are known, by the name that config.json's `preset` gives. */
export const presetNames = [
  'modeldeck',
  'kserve',
  'mlserver',
  'seldon-v1',
  'seldon-v2',
  'triton',
  'tf-serving',
  'torchserve',
  'bentoml',
  'ray-serve',
  'vllm',
  'fastapi',
  'flask',
  'istio',
  'knative',
] as const

/** The value of `preset` that lets the metrics of the server decide. */
export const autoPreset = 'auto'

/** All presets; of several that fit, the first is chosen. They are not in the first load: most deployments need one. */
export async function loadPresets(): Promise<readonly Preset[]> {
  return [modeldeck, ...(await import('./presets/runtimes')).runtimes]
}

/** @throws Error for a name that is none: config.json is checked before. */
export async function loadPreset(name: string): Promise<Preset> {
  if (name === modeldeck.name) return modeldeck
  const preset = (await loadPresets()).find((known) => known.name === name)
  if (!preset) throw new Error(`"${name}" is no preset`)
  return preset
}
