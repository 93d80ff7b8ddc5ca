import type { PlacedChange } from '@/domain/change'
import { replay, type ProductionThen } from '@/domain/changeReplay'
import type { ModelRef } from '@/domain/model'
import type { EpochMs } from '@/domain/time'

/** What was in production of one model at a moment. */
export interface ThenRow {
  model: ModelRef
  past: ProductionThen
}

/** The key under which a model's present champion is given. */
export function thenKey({ source, name }: ModelRef): string {
  return JSON.stringify([source, name])
}

/**
 * A row a model with records, by name. `current` holds the champions that the registries show now; a model
 * that is missing in it is not compared with the present.
 */
export function thenRows(changes: readonly PlacedChange[], at: EpochMs, current: ReadonlyMap<string, string | null>): readonly ThenRow[] {
  const models = new Map<string, { model: ModelRef; changes: PlacedChange[] }>()
  for (const change of changes) {
    const key = thenKey(change.model)
    const known = models.get(key)
    if (known) known.changes.push(change)
    else models.set(key, { model: change.model, changes: [change] })
  }
  return [...models]
    .map(([key, { model, changes: own }]) => ({ model, past: replay(own, at, current.get(key)) }))
    .toSorted((a, b) => a.model.name.localeCompare(b.model.name) || a.model.source.localeCompare(b.model.source))
}
