import type { ModelAlert } from '@/domain/alerts/join'
import { compareAttention, type Health } from '@/domain/health/assess'
import { sunsetDays, type Production } from '@/domain/lifecycle'
import type { KnownMetric, QualityMetric, QualityMetrics } from '@/domain/metric'
import type { RegisteredModel } from '@/domain/model'
import { primaryMetric, taskOf } from '@/domain/quality/primaryMetric'
import type { PlacedRequest } from '@/domain/request'
import type { EpochMs } from '@/domain/time'
import type { ModelVersion } from '@/domain/version'
import type { ModelFigures } from '@/panels/fleetFigures'
import type { Standing } from '@/queries/standings'
import { stageFilters, type ListQuery, type SortKey, type StageFilter } from './listQuery'

/** A deprecated version and what it still gets. */
export interface Retiring {
  version: ModelVersion
  requestRate: number | null
}

/** One row of /models. `undefined` is still on its way. */
export interface ModelRow {
  key: string
  model: RegisteredModel
  production: Production | null
  /** A version waits to replace production. */
  hasCandidate: boolean
  standing: Standing | undefined
  figures: ModelFigures | undefined
  retiring: readonly Retiring[]
  /** Empty also where no source is configured or has answered. */
  alerts: readonly ModelAlert[]
  /** The request for a promotion that somebody should act on; `null`: none is open, or none is known. */
  request: PlacedRequest | null
  health: Health
  pinned: boolean
}

/** The champion's measure in a column, with the change against the champion before. */
export function measureOf(row: ModelRow, metric: KnownMetric): { now: QualityMetric; change: number | null } | null {
  const now = row.standing?.championRun?.quality[metric]
  if (!now) return null
  const before = row.standing?.previousRun?.quality[metric]?.value ?? null
  return { now, change: now.value === null || before === null ? null : now.value - before }
}

/** A regression's own measure, shown where F1 would be; `null` for classifiers and unknown tasks. */
export function ownMeasure(row: ModelRow): KnownMetric | null {
  const quality: QualityMetrics = row.standing?.championRun?.quality ?? {}
  if (quality.f1) return null
  const primary = primaryMetric(quality, taskOf(row.model.task, quality))
  return primary && primary.metric !== 'f1' ? primary.metric : null
}

/** Days to the nearest sunset of a deprecated version; `null`: none is set. */
export function nextSunsetDays(row: ModelRow, now: EpochMs): number | null {
  const days = row.retiring.flatMap(({ version }) => sunsetDays(version.lifecycle.sunset, now) ?? [])
  return days.length > 0 ? Math.min(...days) : null
}

/** The stages that a row counts under. */
export function stagesOf(row: ModelRow): readonly StageFilter[] {
  const holds: Readonly<Record<StageFilter, boolean>> = {
    production: row.production !== null,
    candidate: row.hasCandidate,
    requested: row.request !== null,
    sunset: row.retiring.some(({ version }) => version.lifecycle.sunset !== null),
    none: row.production === null,
  }
  return stageFilters.filter((stage) => holds[stage])
}

/** Whether a row is shown; `person` is who *Mine* means, `null` when nobody is known. */
export function isShown(row: ModelRow, query: ListQuery, person: string | null): boolean {
  const { model } = row
  const text = query.q.trim().toLowerCase()
  return (
    (text === '' || [model.ref.name, model.owner ?? ''].some((word) => word.toLowerCase().includes(text))) &&
    (query.status.length === 0 || query.status.includes(row.health.status)) &&
    (query.stage.length === 0 || query.stage.some((stage) => stagesOf(row).includes(stage))) &&
    (query.owner === null || model.owner === query.owner) &&
    (!query.mine || (person !== null && model.owner?.toLowerCase() === person.toLowerCase())) &&
    (!query.pinned || row.pinned)
  )
}

/** Pinned rows first, then by the query's order; rows without a value come last either way. */
export function compareRows(a: ModelRow, b: ModelRow, { sort }: ListQuery): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1
  const byName = a.model.ref.name.localeCompare(b.model.ref.name)
  if (sort === null) return compareAttention(a.health, b.health) || byName
  const [x, y] = [sortValue(a, sort.key), sortValue(b, sort.key)]
  if (x === null || y === null) return x === y ? byName : x === null ? 1 : -1
  const order = typeof x === 'string' || typeof y === 'string' ? String(x).localeCompare(String(y)) : x - y
  return (sort.descending ? -order : order) || byName
}

function sortValue(row: ModelRow, key: SortKey): number | string | null {
  switch (key) {
    case 'name':
      return row.model.ref.name
    case 'owner':
      return row.model.owner
    case 'updated':
      return row.model.updatedAt
    case 'rate':
      return row.figures?.rate ?? null
    case 'errors':
      return row.figures?.errors ?? null
    case 'p95':
      return row.figures?.p95 ?? null
    case 'f1':
    case 'accuracy':
    case 'precision':
    case 'recall':
      return measureOf(row, key)?.now.value ?? null
  }
}
