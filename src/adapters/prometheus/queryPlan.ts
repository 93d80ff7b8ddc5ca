import { signalNames } from '@/domain/signal'
import type { QueryPlan } from '@/ports/monitoring'
import { signalsInUse } from './operations/completeSignals'
import { placeholders } from './promql'
import type { ResolvedSettings } from './settings'

/** The settings in use, to be read and changed by a person. */
export function describePlan(settings: ResolvedSettings): QueryPlan {
  const { preset, labels, overridden } = settings
  const signals = signalsInUse(settings)
  return {
    preset: { name: preset?.name ?? '', title: preset?.title ?? '' },
    labels,
    placeholders: Object.entries(placeholders).map(([name, meaning]) => ({ name, meaning })),
    signals: signalNames.map((name) => {
      const entry = signals[name]
      const origin = overridden.includes(name) ? 'config' : 'preset'
      if ('reason' in entry) return { name, origin, query: null, modelQuery: null, reason: entry.reason, notes: [] }
      const { query, modelQuery = null, note, modelNote } = entry
      return { name, origin, query, modelQuery, reason: null, notes: [note, modelNote].filter((text) => text !== undefined) }
    }),
  }
}
