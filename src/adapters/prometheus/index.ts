import type { HttpOptions } from '@/adapters/http'
import type { ServedModel } from '@/domain/model'
import { signalUnits, type SignalName } from '@/domain/signal'
import { minuteMs, type Clock } from '@/domain/time'
import { resolveRange } from '@/domain/timeGrid'
import type { MonitoringSource } from '@/ports/monitoring'
import { SourceError } from '@/ports/sourceError'
import { createApi } from './api'
import { loaded } from './loaded'
import { createMatcher, type Matcher } from './matching'
import type { SignalQuery } from './preset'
import { createPresetChoice } from './presetChoice'
import { modelMatcher, renderQuery } from './promql'
import { readAnswer, textOf } from './question'
import { createScrapeInterval, defaultScrapeMs, rateWindowMs } from './scrapeInterval'
import { override, queryProblem, type PrometheusSettings, type ResolvedSettings } from './settings'
import { toRows } from './translate'

export interface PrometheusOptions extends PrometheusSettings {
  id: string
  baseUrl: string
  clock: Clock
  /** For tests. */
  fetch?: HttpOptions['fetch']
}

/** What is served is looked for over this long. */
const unmatchedWindowMs = 5 * minuteMs
/** A point each 11,000th of the range is what the server accepts; resolveRange keeps below it. */
const maxPointsOfServer = 11_001

/** A Prometheus, or what speaks its HTTP API: VictoriaMetrics, Thanos, Mimir. No request is sent yet. */
export function createPrometheus(options: PrometheusOptions): MonitoringSource {
  const { id, clock } = options
  const api = createApi(options)
  const choice = createPresetChoice(options, api, clock)
  const measureScrape = createScrapeInterval(api, clock)

  function need({ signals }: ResolvedSettings, name: SignalName): SignalQuery {
    const entry = signals[name]
    if (!('reason' in entry)) return entry
    throw new SourceError({
      source: id,
      kind: 'unsupported',
      message: `${id} cannot answer ${name}. ${entry.reason}`,
      advice: 'Give it a query of your own in config.json, under "queries".',
    })
  }

  return {
    id,
    type: 'prometheus',

    // What only /sources asks is not in the first load.
    async info(signal) {
      const [{ describeSource }, settings] = await Promise.all([loaded(id, import('./sourceInfo')), choice.get()])
      return describeSource(id, api, settings, clock.now(), signal)
    },

    supports(name) {
      const entry = choice.known()?.signals[name]
      return entry !== undefined && 'reason' in entry ? entry : true
    },

    async figures(name, { models, by }, { windowMs, offsetMs }, signal) {
      const settings = await choice.get()
      signal?.throwIfAborted()
      const matcher = createMatcher(models, settings.rules, settings.labels)
      const question = { name, entry: need(settings, name), by, matcher, settings }
      const query = textOf(question, selectorOf(settings, matcher), windowMs)
      const at = clock.now() - offsetMs
      const asked = { at, query, unit: signalUnits[name] }
      if (matcher.patterns?.length === 0) return { ...asked, figures: [], notes: matcher.notes }
      const answer = await api.query(query, at, signal)
      const { subjects, notes } = readAnswer(question, answer, { from: at, stepMs: 1, count: 1 })
      const figures = subjects.map(({ subject, values }) => ({ subject, value: values[0] ?? null }))
      return { ...asked, figures, notes }
    },

    async series(name, { models, by }, range, maxPoints, signal) {
      const settings = await choice.get()
      signal?.throwIfAborted()
      const { labels, preset, rules } = settings
      const matcher = createMatcher(models, rules, labels)
      const question = { name, entry: need(settings, name), by, matcher, settings }
      const selector = selectorOf(settings, matcher)
      const probe = preset && renderQuery(preset.scrapeProbe, { labels, by, selector, windowMs: minuteMs })
      const nothing = matcher.patterns?.length === 0
      const scrapeMs = probe === null || nothing ? defaultScrapeMs : await measureScrape(probe)
      const limits = { maxPoints: Math.min(maxPoints, maxPointsOfServer), minStepMs: scrapeMs }
      const { from, to, stepMs } = resolveRange(range, clock.now(), limits)
      const query = textOf(question, selector, rateWindowMs(stepMs, scrapeMs))
      const asked = { from, to, stepMs, query, unit: signalUnits[name] }
      if (nothing) return { ...asked, series: [], notes: matcher.notes }
      const answer = await api.queryRange(query, { from, to, stepMs }, signal)
      const grid = { from, stepMs, count: Math.round((to - from) / stepMs) + 1 }
      const { subjects, notes } = readAnswer(question, answer, grid)
      const series = subjects.map(({ subject, values }) => ({
        subject,
        samples: values.map((value, index) => [from + index * stepMs, value] as const),
      }))
      return { ...asked, series, notes }
    },

    async plan() {
      const [{ describePlan }, settings] = await Promise.all([loaded(id, import('./queryPlan')), choice.get()])
      return describePlan(settings)
    },

    async preview(name, template, { models, by }, { windowMs, offsetMs }, signal) {
      const settings = await choice.get()
      signal?.throwIfAborted()
      const problem = queryProblem(template)
      if (problem !== null) {
        throw new SourceError({ source: id, kind: 'rejected', message: `The query ${problem}.`, advice: 'Change it; nothing was sent.' })
      }
      const matcher = createMatcher(models, settings.rules, settings.labels)
      const question = { name, entry: override(template, name, settings.signals[name]), by, matcher, settings }
      const query = textOf(question, selectorOf(settings, { patterns: null }), windowMs)
      const at = clock.now() - offsetMs
      const answer = await api.query(query, at, signal)
      const { subjects, notes, strangers } = readAnswer(question, answer, { from: at, stepMs: 1, count: 1 })
      return {
        at,
        query,
        unit: signalUnits[name],
        figures: subjects.map(({ subject, values }) => ({ subject, value: values[0] ?? null })),
        strangers: strangers.map(({ labels, values }) => ({ labels, value: values[0] ?? null })),
        notes,
      }
    },

    async listUnmatched(known: readonly ServedModel[], signal) {
      const settings = await choice.get()
      signal?.throwIfAborted()
      const entry = need(settings, 'request_rate')
      const selector = selectorOf(settings, { patterns: null })
      const query = textOf({ name: 'request_rate', entry, by: 'model', settings }, selector, unmatchedWindowMs)
      const { data } = await api.query(query, clock.now(), signal)
      const matcher = createMatcher(known, settings.rules, settings.labels)
      const { rows } = toRows(data, { from: 0, stepMs: 1, count: 1 }, 1)
      return rows
        .filter((row) => matcher.find(row.labels).length === 0)
        .map((row) => ({ labels: row.labels, requestRate: row.values[0] ?? null }))
        .toSorted((a, b) => (b.requestRate ?? 0) - (a.requestRate ?? 0))
    },
  }
}

function selectorOf({ labels }: ResolvedSettings, { patterns }: Pick<Matcher, 'patterns'>): string {
  return modelMatcher(labels.model, patterns)
}
