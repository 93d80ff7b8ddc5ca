import { signalNames } from '@/domain/signal'
import { labelJoin } from './labelScope'
import { completeSignals } from './operations/completeSignals'
import type { Preset } from './preset'
import { modelMatcher, renderQuery, type ServingLabels } from './promql'
import { resolveSettings } from './settings'

/** The values to fill the texts with. */
export interface EveryQueryOptions {
  /** The preset's own when absent. */
  labels?: ServingLabels
  /** Label values of two models or more. */
  models: readonly [string, string, ...string[]]
  windowMs: number
}

/**
 * Every PromQL text that a preset can send, with one, several and all models, by model and by version.
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
    for (const by of ['model', 'version'] as const) {
      const template = by === 'model' ? (entry.modelQuery ?? entry.query) : entry.query
      for (const [which, patterns] of Object.entries(asked)) {
        queries.push({
          name: `${signal} by ${by}, ${which}`,
          text: renderQuery(template, { ...join, windowMs, by, selector: join.selectorOf({ patterns, namespaces: null }) }),
        })
      }
    }
  }
  return queries
}
