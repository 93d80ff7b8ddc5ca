import type { Preset } from './preset'
import { modeldeck } from './presets/modeldeck'

/** The runtimes whose metrics are known, by the name that config.json's `preset` gives. */
export const presets: Readonly<Record<string, Preset>> = { modeldeck }
