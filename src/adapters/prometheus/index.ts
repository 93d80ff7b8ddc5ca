import type { HttpOptions } from '@/adapters/http'
import type { ServedModel } from '@/domain/model'
import type { SeriesSet } from '@/domain/series'
import { signalUnits, type SignalName } from '@/domain/signal'
import { minuteMs, type Clock } from '@/domain/time'
import { previousPeriod, resolveRange } from '@/domain/timeGrid'
import type { MonitoringSource, Selection } from '@/ports/monitoring'
import { SourceError } from '@/ports/sourceError'
import { createApi } from './api'
import { isTooMuch } from './errors'
import { loaded } from '@/adapters/loaded'
import { labelJoin, type LabelJoin } from './labelScope'
import type { SignalQuery } from './preset'
import { createPresetChoice } from './presetChoice'
import { renderQuery } from './promql'
import { readAnswer, textOf, type Question } from './question'
import type { RangePoints } from './rangePoint'
import { createScrapeInterval, defaultScrapeMs } from './scrapeInterval'
import { override, queryProblem, type PrometheusSettings, type ResolvedSettings } from './settings'
import { createSignalEntries } from './signalEntries'
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

  const entries = createSignalEntries(id)

  async function need(settings: ResolvedSettings, name: SignalName): Promise<SignalQuery> {
    const entry = await entries.get(settings, name)
    if (!('reason' in entry)) return entry
    throw new SourceError({
      source: id,
      kind: 'unsupported',
      message: `${id} cannot answer ${name}. ${entry.reason}`,
      advice: 'Give it a query of your own in config.json, under "queries".',
    })
  }

  /** What to ask, of whom. Rejects where the signal is not to be had, or nobody waits for it any more. */
  async function questionOf(name: SignalName, { models, by }: Selection, signal: AbortSignal | undefined) {
    const settings = await choice.get()
    const entry = await need(settings, name)
    signal?.throwIfAborted()
    return ask({ name, entry, by, settings, models })
  }

  const source: MonitoringSource = {
    id,
    type: 'prometheus',

    // What only /sources asks is not in the first load.
    async info(signal) {
      const [{ describeSource }, settings] = await Promise.all([loaded(id, import('./sourceInfo')), choice.get()])
      return describeSource(id, api, settings, clock.now(), signal)
    },

    supports(name) {
      const settings = choice.known()
      const entry = settings === null ? undefined : entries.known(settings, name)
      return entry !== undefined && 'reason' in entry ? entry : true
    },

    async figures(name, selection, { windowMs, offsetMs }, signal) {
      const question = await questionOf(name, selection, signal)
      const { matcher, join } = question
      const query = textOf(question, join.selectorOf(matcher), windowMs)
      const at = clock.now() - offsetMs
      const asked = { at, query, unit: signalUnits[name] }
      if (matcher.patterns?.length === 0) return { ...asked, figures: [], notes: matcher.notes }
      const answer = await api.query(query, at, signal)
      const { subjects, notes } = readAnswer(question, answer, { from: at, stepMs: 1, count: 1 })
      const figures = subjects.map(({ subject, values }) => ({ subject, value: values[0] ?? null }))
      return { ...asked, figures, notes, ...(answer.incomplete && { incomplete: true }) }
    },

    async series(name, selection, range, maxPoints, signal) {
      const question = await questionOf(name, selection, signal)
      const { matcher, join, settings } = question
      const { labels, preset } = settings
      const nothing = matcher.patterns?.length === 0
      const probed = labelJoin(settings, undefined)
      const probe = preset && renderQuery(preset.scrapeProbe, { labels, by: selection.by, selector: probed.selectorOf(probed.matcherOf(selection.models)), windowMs: minuteMs })
      const [{ rangePoints }, scrapeMs] = await Promise.all([
        loaded(id, import('./rangePoint')),
        probe === null || nothing ? defaultScrapeMs : measureScrape(probe),
      ])
      const limits = { maxPoints: Math.min(maxPoints, maxPointsOfServer), minStepMs: scrapeMs }
      const resolved = resolveRange(range, clock.now(), limits)
      const { from, to, stepMs } = range.previous === true ? previousPeriod(resolved) : resolved
      const ask = async (points: RangePoints): Promise<SeriesSet> => {
        const query = textOf({ ...question, entry: points.entry }, join.selectorOf(matcher), points.windowMs)
        const asked = { from, to, stepMs, query, unit: signalUnits[name] }
        if (nothing) return { ...asked, series: [], notes: matcher.notes }
        const answer = await api.queryRange(query, { from, to, stepMs }, signal)
        const grid = { from, stepMs, count: Math.round((to - from) / stepMs) + 1 }
        const { subjects, notes } = readAnswer(question, answer, grid)
        const series = subjects.map(({ subject, values }) => ({
          subject,
          samples: values.map((value, index) => [from + index * stepMs, value] as const),
        }))
        return { ...asked, series, notes: points.note === null ? notes : [points.note, ...notes] }
      }
      const points = rangePoints(question.entry, { stepMs, scrapeMs, lengthMs: to - from })
      const { coarser } = points
      return ask(points).catch((error: unknown) => {
        if (coarser === undefined || !isTooMuch(error)) throw error
        return ask(coarser)
      })
    },

    async lacking(names, signal) {
      const [{ lackingSignals }, settings] = await Promise.all([loaded(id, import('./operations/lackingSignals')), choice.get()])
      return lackingSignals(names, settings, api, clock.now(), signal)
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
      const question = ask({ name, entry: override(template, name, await entries.get(settings, name)), by, settings, models })
      const query = textOf(question, question.join.selectorOf({ patterns: null, namespaces: null }), windowMs)
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

    async exportAlerts(limited, alertOptions, signal) {
      const [{ exportAlerts }, settings] = await Promise.all([loaded(id, import('./export/exportAlerts')), choice.get()])
      return exportAlerts(limited, alertOptions, { settings, entries, now: clock.now(), source, signal })
    },

    async listUnmatched(known: readonly ServedModel[], signal) {
      const settings = await choice.get()
      signal?.throwIfAborted()
      const entry = await need(settings, 'request_rate')
      const question = ask({ name: 'request_rate', entry, by: 'model', settings, models: known })
      const { join, matcher } = question
      const query = textOf(question, join.selectorOf({ patterns: null, namespaces: null }), unmatchedWindowMs)
      const { data } = await api.query(query, clock.now(), signal)
      const { rows } = toRows(data, { from: 0, stepMs: 1, count: 1 }, 1)
      return rows
        .filter((row) => matcher.find(row.labels).length === 0)
        .map((row) => ({ labels: row.labels, requestRate: row.values[0] ?? null }))
        .toSorted((a, b) => (b.requestRate ?? 0) - (a.requestRate ?? 0))
    },
  }
  return source
}

interface Asking extends Pick<Question, 'name' | 'entry' | 'by'> {
  settings: ResolvedSettings
  models: readonly ServedModel[]
}

/** A question joined by the labels that its metrics carry. */
function ask({ name, entry, by, settings, models }: Asking): Question & { settings: ResolvedSettings; join: LabelJoin } {
  const join = labelJoin(settings, entry.scope)
  return { name, entry, by, settings, join, matcher: join.matcherOf(models) }
}
