import { labelJoin, type LabelJoin } from '@/adapters/prometheus/labelScope'
import type { Matcher } from '@/adapters/prometheus/matching'
import type { SignalQuery, UnsupportedSignal } from '@/adapters/prometheus/preset'
import { quote } from '@/adapters/prometheus/promql'
import { inSeconds, textOf } from '@/adapters/prometheus/question'
import type { ResolvedSettings } from '@/adapters/prometheus/settings'
import type { ServedModel } from '@/domain/model'
import type { FigureSet } from '@/domain/series'
import { signalUnits, type SignalName } from '@/domain/signal'
import { judgedOf } from '@/domain/thresholds/judged'
import { ruleWindowMs, type ThresholdRule } from '@/domain/thresholds/rule'
import type { EpochMs } from '@/domain/time'
import type { AlertExport, AlertExportOptions, LimitedModel } from '@/ports/alertExport'
import type { MonitoringSource } from '@/ports/monitoring'
import { alertingRules, type RuleTexts } from './alertingRule'
import { routeFile, routeFileName } from './routeFile'
import { ruleFile, ruleFileName, type RuleGroup } from './ruleFile'

/** One signal of one model, and how it is asked for. */
export interface Asked {
  entry: SignalQuery
  join: LabelJoin
  matcher: Matcher
}

/** What the adapter knows of its source. */
export interface ExportContext {
  settings: ResolvedSettings
  entries: { get(settings: ResolvedSettings, name: SignalName): Promise<SignalQuery | UnsupportedSignal> }
  now: EpochMs
  /** Tells which windows and statistics there are. */
  source: Pick<MonitoringSource, 'figures'>
  signal: AbortSignal | undefined
}

async function ask({ settings, entries }: ExportContext, name: SignalName, model: ServedModel): Promise<Asked | UnsupportedSignal> {
  const entry = await entries.get(settings, name)
  if ('reason' in entry) return entry
  const join = labelJoin(settings, entry.scope)
  return { entry, join, matcher: join.matcherOf([model]) }
}

type Narrowing = Map<SignalName, FigureSet | null>

/** The limits of some models as a rule file of Prometheus, and routes for its alerts. */
export async function exportAlerts(limited: readonly LimitedModel[], options: AlertExportOptions, context: ExportContext): Promise<AlertExport> {
  const known = await whatIsThere(limited, context)
  const groups: RuleGroup[] = []
  const left: { model: ServedModel['ref']; rule: string; why: string }[] = []
  const notes = new Set<string>()
  for (const { model, rules } of limited) {
    const written = []
    for (const rule of rules) {
      const texts = await textsOf(model, rule, { options, context, known, notes })
      if ('reason' in texts) left.push({ model: model.ref, rule: rule.name, why: texts.reason })
      else written.push(...alertingRules(texts))
    }
    if (written.length > 0) groups.push({ name: `modeldeck/${model.ref.source}/${model.ref.name}`, rules: written })
  }
  const { model, version } = context.settings.labels
  return {
    rules: { name: ruleFileName, text: ruleFile(groups, context.now) },
    routes: { name: routeFileName, text: routeFile([model, ...(version === null ? [] : [version])]) },
    alerts: groups.reduce((sum, { rules }) => sum + rules.length, 0),
    left,
    notes: [...notes],
  }
}

/** Which windows and statistics are exported: one question a signal, of all models. */
async function whatIsThere(limited: readonly LimitedModel[], context: ExportContext): Promise<Narrowing> {
  const known: Narrowing = new Map()
  const [first] = limited
  if (first === undefined) return known
  for (const signal of new Set(limited.flatMap(({ rules }) => rules.map(({ signal }) => signal)))) {
    const asked = await ask(context, signal, first.model)
    if ('reason' in asked || asked.entry.keep === undefined) continue
    const models = limited.filter(({ rules }) => rules.some((rule) => rule.signal === signal)).map(({ model }) => model)
    const answer = context.source.figures(signal, { models, by: 'model' }, { windowMs: ruleWindowMs, offsetMs: 0 }, context.signal)
    known.set(signal, await answer.catch(() => null))
    context.signal?.throwIfAborted()
  }
  return known
}

interface Surroundings {
  options: AlertExportOptions
  context: ExportContext
  known: Narrowing
  notes: Set<string>
}

async function textsOf(model: ServedModel, rule: ThresholdRule, { options, context, known, notes }: Surroundings): Promise<RuleTexts | UnsupportedSignal> {
  const { settings } = context
  // A version's share of the requests says nothing of how many there are.
  const by = rule.signal === 'request_rate' || settings.labels.version === null ? 'model' : options.by
  const asked = await ask(context, rule.signal, model)
  if ('reason' in asked) return asked
  const { entry, join, matcher } = asked
  const refused = whyNot(asked)
  if (refused !== null) return { reason: refused }
  const narrowed = narrowing(model, rule.signal, entry, known)
  if (narrowed === null) notes.add(`Which ${entry.keep?.join(' and ') ?? ''} the server exports of ${rule.name} could not be asked: each raises an alert of its own.`)
  const selector = (one: Asked) => [one.join.selectorOf(one.matcher), ...Object.entries(narrowed ?? {}).map(([name, value]) => `${name}=${quote(value)}`)].join(', ')
  const text = (one: Asked) => textOf({ ...one, by }, selector(one), ruleWindowMs)
  const counted = rule.support && (await ask(context, rule.support.signal, model))
  if (counted && 'reason' in counted) notes.add(`What ${rule.name} rests on cannot be counted here, so its alerts fire on few cases too.`)
  for (const note of [entry.note, ...(by === 'model' ? [entry.modelNote] : [])]) if (note !== undefined) notes.add(note)
  const [pattern] = matcher.patterns ?? []
  const only = matcher.patterns?.length === 1 && pattern && 'literal' in pattern ? pattern.literal : null
  const labelsOfAnswer = [join.labels.model, ...(by === 'version' && join.labels.version !== null ? [join.labels.version] : []), ...(entry.keep ?? [])]
  return {
    ref: model.ref,
    rule,
    query: text(asked),
    support: rule.support && counted && !('reason' in counted) ? { query: text(counted), seconds: rule.support.signal === 'request_rate' ? ruleWindowMs / 1000 : null, least: rule.support.least } : null,
    scale: inSeconds.has(signalUnits[rule.signal]) ? 0.001 : 1,
    on: labelsOfAnswer,
    versionLabel: by === 'version' ? join.labels.version : null,
    labels: only === null ? {} : { [join.labels.model]: only },
    link: options.linkTo(model.ref, rule.signal),
  }
}

/** Why a limit cannot stand in a rule of its own; `null`: it can. */
function whyNot({ entry, matcher }: Asked): string | null {
  if (entry.scope !== undefined && entry.scope !== 'convention') return 'Its metrics carry no label of the model, so a rule could not name it.'
  if (matcher.patterns === null) return 'Which label values belong to the model is read by a regular expression from each answer, which a rule cannot do.'
  const several = matcher.patterns.length > 1 || matcher.patterns.some((pattern) => 'regex' in pattern)
  return several && entry.combine === 'sum' ? 'Several label values belong to the model, and a rule judges each alone instead of their sum.' : null
}

/** The window and the statistic that are judged, as matchers; `null`: not known. An own query need not know the labels. */
function narrowing(model: ServedModel, signal: SignalName, { keep, longest }: SignalQuery, known: Narrowing): Record<string, string> | null {
  if (keep === undefined) return {}
  const answer = known.get(signal)
  const own = answer?.figures.filter(({ subject }) => subject.ref.source === model.ref.source && subject.ref.name === model.ref.name) ?? []
  const [first] = judgedOf(signal, own, ({ subject }) => subject.labels)
  if (first === undefined) return null
  const { labels } = first.subject
  const names = [...(longest === undefined ? [] : [longest]), ...(signal === 'drift' ? ['stat'] : [])]
  return Object.fromEntries(names.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])))
}
