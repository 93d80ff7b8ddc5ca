import { signalNames } from '@/domain/signal'
import type { Preset } from './preset'
import { modelMatcher, renderQuery, type ServingLabels } from './promql'

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
  const selectors = {
    one: modelMatcher(labels.model, literals.slice(0, 1)),
    several: modelMatcher(labels.model, literals),
    all: modelMatcher(labels.model, null),
  }
  const scope = { labels, windowMs, by: 'model' as const, selector: selectors.all }
  const queries = [{ name: 'scrape interval', text: renderQuery(preset.scrapeProbe, scope) }]
  for (const signal of signalNames) {
    const entry = preset.signals[signal]
    if ('reason' in entry) continue
    for (const by of ['model', 'version'] as const) {
      const template = by === 'model' ? (entry.modelQuery ?? entry.query) : entry.query
      for (const [which, selector] of Object.entries(selectors)) {
        queries.push({
          name: `${signal} by ${by}, ${which}`,
          text: renderQuery(template, { ...scope, by, selector }),
        })
      }
    }
  }
  return queries
}
