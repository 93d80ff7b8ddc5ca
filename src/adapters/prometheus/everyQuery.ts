import { signalNames } from '@/domain/signal'
import { dayMs, minuteMs, secondMs } from '@/domain/time'
import { labelJoin } from './labelScope'
import { completeSignals } from './operations/completeSignals'
import type { Preset } from './preset'
import { modelMatcher, renderQuery, type ServingLabels } from './promql'
import { textOf } from './question'
import { rangePoints } from './rangePoint'
import { resolveSettings } from './settings'

/** The values to fill the texts with. */
export interface EveryQueryOptions {
  /** The preset's own when absent. */
  labels?: ServingLabels
  /** Label values of two models or more. */
  models: readonly [string, string, ...string[]]
  windowMs: number
}

/** A week in points half an hour apart. */
const longRange = { stepMs: 30 * minuteMs, scrapeMs: 15 * secondMs, lengthMs: 7 * dayMs }

/**
 * Every PromQL text that a preset can send, with one, several and all models, by model and by version, and
 * with points so far apart that the worst of several readings is asked for.
 * An engine that answers these answers the whole app.
 */
export function everyQuery(preset: Preset, options: EveryQueryOptions): { name: string; text: string }[] {
  const { models, windowMs, labels = preset.labels } = options
  const literals = models.map((literal) => ({ literal }))
  const asked = { one: literals.slice(0, 1), several: literals, all: null }
  const scope = { labels, windowMs, by: 'model' as const, selector: modelMatcher(labels.model, null) }
  const settings = { ...resolveSettings({ preset: preset.name, labels: {}, match: [], queries: {}, registryIds: [] }, preset), labels }
  const signals = completeSignals(preset.signals)
  const queries = [{ name: 'scrape interval', text: renderQuery(preset.scrapeProbe, scope) }]
  for (const signal of signalNames) {
    const entry = signals[signal]
    if ('reason' in entry) continue
    const join = labelJoin(settings, entry.scope)
    const long = rangePoints(entry, longRange)
    for (const by of ['model', 'version'] as const) {
      for (const [which, patterns] of Object.entries(asked)) {
        const selector = join.selectorOf({ patterns, namespaces: null })
        const name = `${signal} by ${by}, ${which}`
        queries.push({ name, text: textOf({ entry, by, join }, selector, windowMs) })
        if (long.entry !== entry) queries.push({ name: `${name}, long range`, text: textOf({ entry: long.entry, by, join }, selector, long.windowMs) })
      }
    }
  }
  return queries
}
