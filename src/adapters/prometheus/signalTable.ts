import { operationSignals, signalNames, signalUnits, type CoreSignal, type SignalName, type Unit } from '@/domain/signal'
import { operationQueries } from './operations/completeSignals'
import type { Preset, SignalQuery } from './preset'
import { placeholders } from './promql'

const unitWords: Readonly<Record<Unit, string>> = {
  per_second: 'per second',
  ratio: 'ratio, 0 to 1',
  ms: 'ms (the query answers seconds)',
  duration: 'ms (the query answers seconds)',
  count: 'count',
  cores: 'cores',
  bytes: 'bytes',
  score: 'score, 0 to 1',
  index: 'index, in the unit of its `stat`',
}

/** What may stand in a query, for docs/signals.md. */
export function describePlaceholders(): string {
  const rows = Object.entries(placeholders).map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)
  return ['| Placeholder | Stands for |', '|---|---|', ...rows].join('\n')
}

const columns: readonly { title: string; signals: readonly CoreSignal[] }[] = [
  { title: 'Requests', signals: ['request_rate'] },
  { title: 'Errors', signals: ['error_ratio'] },
  { title: 'p50, p95, p99', signals: ['latency_p50', 'latency_p95', 'latency_p99'] },
  { title: 'Mean latency', signals: ['latency_mean'] },
  { title: 'Errors by class', signals: ['errors_by_class'] },
  { title: 'p95 by outcome', signals: ['latency_p95_success', 'latency_p95_error'] },
  { title: 'In flight', signals: ['in_flight'] },
  { title: 'Quality', signals: ['quality_f1', 'quality_samples'] },
  { title: 'Drift', signals: ['drift'] },
]

/** What each preset can say at a glance. `*`: there is something to know of it, in docs/presets.md. */
export function describeCapabilities(presets: readonly Preset[]): string {
  const heads = ['`preset`', 'Runtime', 'Model label', 'Version label', ...columns.map(({ title }) => title)]
  const rows = presets.map((preset) => [
    `\`${preset.name}\``,
    preset.title,
    `\`${preset.labels.model}\``,
    preset.labels.version === null ? 'none' : `\`${preset.labels.version}\``,
    ...columns.map(({ signals }) => capability(preset, signals)),
  ])
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function capability({ signals }: Preset, names: readonly CoreSignal[]): string {
  const entries = names.map((name) => signals[name])
  if (entries.every((entry) => 'reason' in entry)) return 'no'
  return entries.some((entry) => 'note' in entry && entry.note !== undefined) ? 'yes *' : 'yes'
}

/** Each signal of a preset with its unit and query, or the reason why there is none. */
export function describePreset(preset: Preset): string {
  const lines = [`### Preset \`${preset.name}\`: ${preset.title}`]
  for (const note of preset.notes ?? []) lines.push('', note)
  const reasons = new Map<string, SignalName[]>()
  for (const name of signalNames) {
    const entry = preset.signals[name]
    if (entry === undefined) continue
    if ('reason' in entry) {
      reasons.set(entry.reason, [...(reasons.get(entry.reason) ?? []), name])
      continue
    }
    lines.push(...describeSignal(name, entry))
  }
  if (reasons.size > 0) lines.push('', 'Not available:', '')
  for (const [reason, names] of reasons) lines.push(`- ${names.map((name) => `\`${name}\``).join(', ')}: ${reason}`)
  return lines.join('\n')
}

function describeSignal(name: SignalName, entry: SignalQuery): string[] {
  const lines = ['', `**\`${name}\`**, ${unitWords[signalUnits[name]]}`, '', ...fence(entry.query)]
  if (entry.modelQuery !== undefined) {
    lines.push('', 'For the model as a whole:', '', ...fence(entry.modelQuery))
  }
  if (entry.long !== undefined) lines.push('', 'In a range, over the `$step` between two points:', '', ...fence(entry.long.query))
  if (entry.keep !== undefined) lines.push('', `Kept labels: ${entry.keep.map((label) => `\`${label}\``).join(', ')}.`)
  for (const note of [entry.note, entry.modelNote]) if (note !== undefined) lines.push('', note)
  return lines
}

const scopeWords = {
  pod: '`labels.pod`, read as a workload',
  deployment: '`labels.deployment`, read as a workload',
  cache: '`labels.cache`',
  consumer: '`labels.consumer`',
  convention: '`model` and `version`',
} as const

/** What is asked the same way whatever the runtime, for docs/signals.md. */
export function describeOperations(): string {
  return operationSignals
    .flatMap((name) => {
      const entry = operationQueries[name]
      return [...describeSignal(name, entry), ...(entry.scope === undefined ? [] : ['', `Joined by ${scopeWords[entry.scope]}.`])]
    })
    .join('\n')
    .trim()
}

function fence(query: string): string[] {
  return ['```promql', query, '```']
}
