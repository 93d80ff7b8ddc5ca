import * as z from 'zod/mini'
import { policySchema } from '@/adapters/annotations/index'
import { resolveSettings, type PrometheusSettings } from '@/adapters/prometheus/settings'
import { dashboardProblem } from '@/domain/dashboards'
import type { Problem } from '@/domain/problem'
import { knownMetrics } from '@/domain/quality/metricTable'
import { signalNames } from '@/domain/signal'

const text = z.string().check(z.minLength(1))
/** Same-origin path or absolute http(s) address, without credentials. */
const sourceUrl = z.string().check(
  z.refine((value) => {
    if (value.startsWith('//')) return false
    if (!/^https?:/i.test(value)) return !/^[a-z][a-z0-9+.-]*:/i.test(value) && value !== ''
    return URL.canParse(value) && new URL(value).username === '' && new URL(value).password === ''
  }, 'must be a path such as /proxy/mlflow or an http(s) address without user and password'),
)
const sourceId = z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]*$/i, 'may hold letters, digits, - and _ only'))

const mlflowSchema = z.strictObject({
  id: sourceId,
  type: z.literal('mlflow'),
  url: sourceUrl,
  readOnly: z.optional(z.boolean()),
  /** Where a person's browser opens MLflow's own UI, if that is not `url`; `null`: nowhere. */
  webUrl: z.optional(z.nullable(sourceUrl)),
  aliases: z.optional(z.strictObject({ production: z.optional(text), candidate: z.optional(text) })),
  /** Further names under which runs log a measure: `{ "f1": ["my_f1"] }`. */
  metricNames: z.optional(z.record(text, z.array(text))),
})

const matchSchema = z.strictObject({
  registry: z.optional(text),
  model: z.optional(text),
  version: z.optional(text),
  workload: z.optional(text),
  namespace: z.optional(text),
  cache: z.optional(text),
  consumer: z.optional(text),
})

const prometheusSchema = z.strictObject({
  id: sourceId,
  type: z.literal('prometheus'),
  url: sourceUrl,
  preset: z.optional(text),
  /** An empty `version` says that there is no such label. */
  labels: z.optional(
    z.strictObject({
      model: z.optional(text),
      version: z.optional(z.string()),
      pod: z.optional(text),
      deployment: z.optional(text),
      cache: z.optional(text),
      consumer: z.optional(text),
    }),
  ),
  match: z.optional(z.array(matchSchema)),
  queries: z.optional(z.record(text, text)),
})

const alertmanagerSchema = z.strictObject({
  id: sourceId,
  type: z.literal('alertmanager'),
  url: sourceUrl,
  /** Silences are shown, and neither set nor ended. */
  readOnly: z.optional(z.boolean()),
})

/** An address with placeholders, for people to follow. */
const linkTemplate = z.string().check(
  z.check<string>((context) => {
    const message = dashboardProblem(context.value)
    if (message !== null) context.issues.push({ code: 'custom', message, input: context.value })
  }),
)

const grafanaSchema = z.strictObject({
  url: z.optional(linkTemplate),
  /** By signal, instead of `url`. */
  charts: z.optional(z.record(z.string(), linkTemplate)),
})

const configSchema = z.strictObject({
  title: z.optional(text),
  demo: z.optional(z.enum(['off', 'allowed', 'only'])),
  readOnly: z.optional(z.boolean()),
  sources: z.array(z.discriminatedUnion('type', [mlflowSchema, prometheusSchema, alertmanagerSchema])),
  policy: z.optional(policySchema),
  grafana: z.optional(grafanaSchema),
})

/** A deployment's config.json, checked. What is absent has the built-in default of its reader. */
export type Config = z.infer<typeof configSchema>
export type SourceConfig = Config['sources'][number]
export type MlflowConfig = z.infer<typeof mlflowSchema>
export type PrometheusConfig = z.infer<typeof prometheusSchema>
export type AlertmanagerConfig = z.infer<typeof alertmanagerSchema>

/** One thing that is wrong with config.json: where, and what. */
export interface ConfigProblem {
  /** `sources[0].url`, or `line 4, column 7` of a file that is not JSON; empty for the file as a whole. */
  path: string
  message: string
}

/** config.json is missing, unreadable or invalid. Nothing of it is applied. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map((p) => `${p.path}: ${p.message}`).join('\n'))
    this.problems = problems
  }
}

/** Checks a parsed config.json. @throws ConfigError that names every bad path. */
export function checkConfig(value: unknown): Config {
  const parsed = configSchema.safeParse(value, { reportInput: true })
  if (!parsed.success) throw new ConfigError(parsed.error.issues.flatMap(describe))
  const problems = parsed.data.sources.flatMap((source, index) =>
    sourceProblems(source, index, parsed.data).map(({ field, message }) => ({ path: `sources[${index}].${field}`, message })),
  )
  for (const name of Object.keys(parsed.data.grafana?.charts ?? {})) {
    if (!signalNames.some((known) => known === name)) problems.push({ path: `grafana.charts.${name}`, message: 'is no signal; docs/signals.md lists them' })
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return parsed.data
}

/** What the form alone does not show: whether the parts fit together. */
function sourceProblems(source: SourceConfig, index: number, { sources }: Config): readonly Problem[] {
  const twice = sources.findIndex(({ id }) => id === source.id) < index
  const problems: Problem[] = twice ? [{ field: 'id', message: `"${source.id}" is used twice` }] : []
  if (source.type === 'mlflow') {
    const unknown = Object.keys(source.metricNames ?? {}).filter((name) => !knownMetrics.some((known) => known === name))
    problems.push(
      ...unknown.map((name) => ({ field: `metricNames.${name}`, message: `is no measure; known: ${knownMetrics.join(', ')}` })),
    )
  }
  if (source.type === 'prometheus') {
    const registryIds = sources.filter(({ type }) => type === 'mlflow').map(({ id }) => id)
    problems.push(...resolveSettings(prometheusSettings(source, registryIds)).problems)
  }
  return problems
}

/** A Prometheus of config.json with the built-in defaults. */
export function prometheusSettings(source: PrometheusConfig, registryIds: readonly string[]): PrometheusSettings {
  const { preset = 'modeldeck', labels = {}, match = [], queries = {} } = source
  return { preset, labels, match, queries, registryIds }
}

/** Parses and checks the text of config.json. @throws ConfigError */
export function parseConfig(body: string): Config {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (error) {
    throw new ConfigError([{ path: whereJsonBreaks(body, error), message: jsonMessage(body, error) }])
  }
  return checkConfig(value)
}

type Issue = z.core.$ZodIssue

function describe(issue: Issue): ConfigProblem[] {
  const path = formatPath(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: formatPath([...issue.path, key]), message: 'is not a setting' }))
    case 'invalid_type':
      return [{ path, message: issue.input === undefined ? `is missing (${issue.expected})` : `must be ${issue.expected}` }]
    case 'invalid_value':
      return [{ path, message: `must be ${issue.values.map((v) => JSON.stringify(v)).join(' or ')}` }]
    case 'invalid_union':
      return [{ path, message: 'must be "mlflow", "prometheus" or "alertmanager"' }]
    case 'too_small':
      return [{ path, message: issue.origin === 'string' ? 'must not be empty' : `must be above ${issue.minimum}` }]
    case 'too_big':
      return [{ path, message: `must be below ${issue.maximum}` }]
    default:
      return [{ path, message: issue.message }]
  }
}

function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((all, key) => {
    if (typeof key === 'number') return `${all}[${key}]`
    return all === '' ? String(key) : `${all}.${String(key)}`
  }, '')
}

/** Engines differ in what they say of bad JSON; all that give a position give it as one of these. */
function whereJsonBreaks(body: string, error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  const lineColumn = /line (\d+) column (\d+)/.exec(message)
  if (lineColumn) return `line ${lineColumn[1]}, column ${lineColumn[2]}`
  const position = /position (\d+)/.exec(message)
  const offset = position ? Number(position[1]) : body.length
  const before = body.slice(0, offset).split('\n')
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`
}

function jsonMessage(body: string, error: unknown): string {
  if (/^\s*</.test(body)) return 'is HTML, not JSON: does config.json exist beside index.html?'
  return `is not JSON: ${error instanceof Error ? error.message : String(error)}`
}
