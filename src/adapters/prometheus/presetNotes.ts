import type { Preset } from './preset'
import { fitting, type ChosenSettings } from './presetChoice'

/**
 * What a reader must know of the preset, as sentences: why it is this one, whether another fits what the server
 * has, and what its runtime cannot say. `names` are the metrics that have samples; `null`: not known.
 */
export function presetNotes(settings: ChosenSettings, presets: readonly Preset[], names: readonly string[] | null): string[] {
  const { preset, choice, labels } = settings
  if (preset === null) return []
  const fits = names === null ? [] : fitting(presets, names)
  const others = fits.filter(({ name }) => name !== preset.name)
  const lines = others.map(({ title, name }) => `${title}: "preset": "${name}"`).join(' · ')
  // The convention has a version label; where config.json takes it away, the preset does not say so.
  const taken = labels.version === null && preset.labels.version !== null
  return [
    ...choiceNotes(choice, preset),
    ...(others.length === 0 ? [] : [`${lead(choice, others.length === fits.length && fits.length > 0)} ${lines}.`]),
    ...(preset.notes ?? []),
    ...(taken ? ['There is no version label: versions cannot be told apart.'] : []),
  ]
}

function choiceNotes(choice: ChosenSettings['choice'], { name, title }: Preset): string[] {
  switch (choice) {
    case 'found':
      return [`The preset "auto" found the metrics of ${title} and reads those ("preset": "${name}").`]
    case 'none-found':
      return ['The preset "auto" finds no metrics of a runtime that it knows, and looks again every minute.']
    case 'not-listed':
      return ['The server does not list its metrics, so that the preset "auto" cannot choose: name one in config.json.']
    case 'given':
      return []
  }
}

function lead(choice: ChosenSettings['choice'], absent: boolean): string {
  if (choice === 'given' && absent) return 'What this preset reads is not there, but there are metrics of others; in config.json, for'
  return 'There are metrics of others too; to read those, put into config.json, for'
}
