import { signalNames, signalUnits, type Unit } from '@/domain/signal'
import type { Preset } from './preset'
import { placeholders } from './promql'

const unitWords: Readonly<Record<Unit, string>> = {
  per_second: 'per second',
  ratio: 'ratio, 0 to 1',
  ms: 'ms (the query answers seconds)',
  count: 'count',
  score: 'score, 0 to 1',
  index: 'index, in the unit of its `stat`',
}

/** The part of docs/signals.md that the code decides: placeholders, and each signal with its unit and query. */
export function describePreset(preset: Preset): string {
  const lines = ['| Placeholder | Stands for |', '|---|---|']
  for (const [name, meaning] of Object.entries(placeholders)) lines.push(`| \`${name}\` | ${meaning} |`)
  lines.push('', `### Preset \`${preset.name}\`: ${preset.title}`)
  for (const name of signalNames) {
    const entry = preset.signals[name]
    lines.push('', `**\`${name}\`**, ${unitWords[signalUnits[name]]}`)
    if ('reason' in entry) {
      lines.push('', `Not available. ${entry.reason}`)
      continue
    }
    lines.push('', ...fence(entry.query))
    if (entry.modelQuery !== undefined) {
      lines.push('', 'For the model as a whole:', '', ...fence(entry.modelQuery))
    }
    if (entry.keep !== undefined) lines.push('', `Kept labels: ${entry.keep.map((label) => `\`${label}\``).join(', ')}.`)
    for (const note of [entry.note, entry.modelNote]) if (note !== undefined) lines.push('', note)
  }
  return lines.join('\n')
}

function fence(query: string): string[] {
  return ['```promql', query, '```']
}
