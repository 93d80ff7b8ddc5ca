/** The label names that say which model and version a time series is about. */
export interface ServingLabels {
  model: string
  /** `null`: the runtime does not tell versions apart. */
  version: string | null
}

/** What the placeholders of a query template stand for. */
export interface QueryScope {
  labels: ServingLabels
  by: 'model' | 'version'
  /** A matcher list without braces, never empty (`modelMatcher`). */
  selector: string
  windowMs: number
  /** The label that the selector is about; the model's unless it is another's. */
  label?: string
}

/** Every placeholder that a template may hold, and what stands there when it is sent. */
export const placeholders = {
  $selector: 'label matchers of the models asked for, never empty; stands inside braces',
  $by: 'the labels of the answer: model, and version where versions are told apart',
  $each: 'model and version, also where the answer is by model',
  $window: 'what rates look back on, as a PromQL duration',
  $label: 'the label that `$selector` is about: the model’s, or that of the pod, the deployment, the cache, the consumer group',
} as const

/** Beyond this many models the query asks for all: the text would cost more than the rows it saves. */
export const maxSelectedModels = 100

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/
const placeholder = /\$[a-zA-Z_]\w*/g

/** Whether a text can stand as a label name in any PromQL. */
export function isLabelName(text: string): boolean {
  return labelName.test(text)
}

/** A PromQL string literal of any text. https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals */
export function quote(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  return `"${escaped}"`
}

/** Any text as an RE2 pattern that matches exactly it. `=~` is anchored on both sides already. */
export function escapeRegex(text: string): string {
  return text.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)
}

/** One set of label values to ask for: a text or, where a version is part of it, an RE2 pattern. */
export type LabelPattern = { literal: string } | { regex: string }

/**
 * Narrows a query to some label values; `null` asks for whatever carries the label.
 * An empty list asks for nothing that exists, so callers should not send it.
 */
export function modelMatcher(label: string, patterns: readonly LabelPattern[] | null): string {
  if (patterns === null || patterns.length > maxSelectedModels) return `${label}!=""`
  const [only] = patterns
  if (patterns.length === 1 && only && 'literal' in only) return `${label}=${quote(only.literal)}`
  const alternatives = patterns.map((p) => ('literal' in p ? escapeRegex(p.literal) : p.regex))
  return `${label}=~${quote(alternatives.join('|'))}`
}

/** A PromQL duration in the largest unit that holds it exactly. */
export function durationText(ms: number): string {
  const whole = Math.max(1, Math.round(ms))
  if (whole % 3_600_000 === 0) return `${whole / 3_600_000}h`
  if (whole % 60_000 === 0) return `${whole / 60_000}m`
  if (whole % 1000 === 0) return `${whole / 1000}s`
  return `${whole}ms`
}

/** The placeholders in a template that are not ours; `$` within a regular expression is no placeholder. */
export function unknownPlaceholders(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([name]) => name).filter((name) => !(name in placeholders))
}

/** The query text to send. */
export function renderQuery(template: string, scope: QueryScope): string {
  const { model, version } = scope.labels
  const each = version === null ? model : `${model}, ${version}`
  const values: Readonly<Record<string, string>> = {
    $selector: scope.selector,
    $by: scope.by === 'version' ? each : model,
    $each: each,
    $window: durationText(scope.windowMs),
    $label: scope.label ?? model,
  }
  return template.replaceAll(placeholder, (name) => values[name] ?? name)
}

/** The metric names that a template selects from: those with braces, as all of ours are written. */
export function metricNames(template: string): string[] {
  const withoutStrings = template.replaceAll(/"(?:\\.|[^"\\])*"/g, '""')
  return [...new Set([...withoutStrings.matchAll(/[a-zA-Z_:][\w:]*(?=\{)/g)].map(([name]) => name))]
}
