import type { HttpOptions } from '@/adapters/http'
import type { ServedModel } from '@/domain/model'
import { signalUnits, type SignalName } from '@/domain/signal'
import { minuteMs, type Clock } from '@/domain/time'
import { resolveRange } from '@/domain/timeGrid'
import type { MonitoringSource, Selection } from '@/ports/monitoring'
import { SourceError } from '@/ports/sourceError'
import { createApi, type Answer } from './api'
import { createMatcher, type Matcher } from './matching'
import type { SignalQuery } from './preset'
import { modelMatcher, renderQuery } from './promql'
import { createScrapeInterval, defaultScrapeMs, rateWindowMs } from './scrapeInterval'
import { resolveSettings, type PrometheusSettings } from './settings'
import { describeSource } from './sourceInfo'
import { compareSubjects, joinRows } from './subjects'
import { toRows, type Grid } from './translate'
import type { QueryData } from './wire'

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
  const settings = resolveSettings(options)
  const { labels, rules, signals, preset } = settings
  const api = createApi(options)
  const measureScrape = createScrapeInterval(api, clock)

  function need(name: SignalName): SignalQuery {
    const entry = signals[name]
    if (!('reason' in entry)) return entry
    throw new SourceError({
      source: id,
      kind: 'unsupported',
      message: `${id} cannot answer ${name}. ${entry.reason}`,
      advice: 'Give it a query of your own in config.json, under "queries".',
    })
  }

  function selectorOf({ patterns }: Matcher): string {
    return modelMatcher(labels.model, patterns)
  }

  function textOf(entry: SignalQuery, by: Selection['by'], selector: string, windowMs: number): string {
    const template = by === 'model' ? (entry.modelQuery ?? entry.query) : entry.query
    return renderQuery(template, { labels, by, selector, windowMs })
  }

  /** The answer's rows, joined to the models asked for. */
  function subjectsOf(name: SignalName, answer: Answer<QueryData>, grid: Grid, by: Selection['by'], matcher: Matcher) {
    const entry = need(name)
    const { rows, notes } = toRows(answer.data, grid, signalUnits[name] === 'ms' ? 1000 : 1)
    const joined = joinRows(rows, { matcher, labels, by, signal: entry })
    return {
      subjects: joined.subjects.toSorted(compareSubjects),
      notes: [
        ...answer.notes,
        ...notes,
        ...matcher.notes,
        ...joined.notes,
        ...(entry.note === undefined ? [] : [entry.note]),
        ...(by === 'model' && entry.modelNote !== undefined ? [entry.modelNote] : []),
        ...(by === 'version' && labels.version === null ? ['There is no version label: versions are not told apart.'] : []),
      ],
    }
  }

  return {
    id,
    type: 'prometheus',

    info: (signal) => describeSource(id, api, settings, clock.now(), signal),

    supports(name) {
      const entry = signals[name]
      return 'reason' in entry ? entry : true
    },

    async figures(name, { models, by }, { windowMs, offsetMs }, signal) {
      const matcher = createMatcher(models, rules, labels)
      const query = textOf(need(name), by, selectorOf(matcher), windowMs)
      const at = clock.now() - offsetMs
      const asked = { at, query, unit: signalUnits[name] }
      if (matcher.patterns?.length === 0) return { ...asked, figures: [], notes: matcher.notes }
      const answer = await api.query(query, at, signal)
      const { subjects, notes } = subjectsOf(name, answer, { from: at, stepMs: 1, count: 1 }, by, matcher)
      const figures = subjects.map(({ subject, values }) => ({ subject, value: values[0] ?? null }))
      return { ...asked, figures, notes }
    },

    async series(name, { models, by }, range, maxPoints, signal) {
      const entry = need(name)
      const matcher = createMatcher(models, rules, labels)
      const selector = selectorOf(matcher)
      const probe = preset && renderQuery(preset.scrapeProbe, { labels, by, selector, windowMs: minuteMs })
      const nothing = matcher.patterns?.length === 0
      const scrapeMs = probe === null || nothing ? defaultScrapeMs : await measureScrape(probe)
      const limits = { maxPoints: Math.min(maxPoints, maxPointsOfServer), minStepMs: scrapeMs }
      const { from, to, stepMs } = resolveRange(range, clock.now(), limits)
      const query = textOf(entry, by, selector, rateWindowMs(stepMs, scrapeMs))
      const asked = { from, to, stepMs, query, unit: signalUnits[name] }
      if (nothing) return { ...asked, series: [], notes: matcher.notes }
      const answer = await api.queryRange(query, { from, to, stepMs }, signal)
      const grid = { from, stepMs, count: Math.round((to - from) / stepMs) + 1 }
      const { subjects, notes } = subjectsOf(name, answer, grid, by, matcher)
      const series = subjects.map(({ subject, values }) => ({
        subject,
        samples: values.map((value, index) => [from + index * stepMs, value] as const),
      }))
      return { ...asked, series, notes }
    },

    async listUnmatched(known: readonly ServedModel[], signal) {
      const query = textOf(need('request_rate'), 'model', modelMatcher(labels.model, null), unmatchedWindowMs)
      const { data } = await api.query(query, clock.now(), signal)
      const matcher = createMatcher(known, rules, labels)
      const { rows } = toRows(data, { from: 0, stepMs: 1, count: 1 }, 1)
      return rows
        .filter((row) => matcher.find(row.labels).length === 0)
        .map((row) => ({ labels: row.labels, requestRate: row.values[0] ?? null }))
        .toSorted((a, b) => (b.requestRate ?? 0) - (a.requestRate ?? 0))
    },
  }
}
