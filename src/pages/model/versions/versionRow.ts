import { candidateOf, compareVersions, productionOf, roleOf, type AliasNames, type VersionRole } from '@/domain/lifecycle'
import { headlineMetrics, type KnownMetric, type QualityMetrics } from '@/domain/metric'
import type { RegisteredModel } from '@/domain/model'
import { higherIsBetter } from '@/domain/quality/metricTable'
import { metricsOf, taskOf } from '@/domain/quality/primaryMetric'
import type { PlacedRequest } from '@/domain/request'
import type { Run } from '@/domain/run'
import type { ModelVersion } from '@/domain/version'
import type { VersionLive } from '@/panels/version/useVersionFigures'
import type { Sort } from '@/ui/table/column'

/** One row of the table of versions. `undefined` is still on its way, `null` is not there. */
export interface VersionRow {
  version: ModelVersion
  role: VersionRole
  run: Run | null | undefined
  live: VersionLive | undefined
  /** The open request that the version be promoted; `null`: none, or none is known. */
  request: PlacedRequest | null
}

/** The part that each version plays, seen from all that were loaded. */
export function rolesOf(model: RegisteredModel, aliases: AliasNames, versions: readonly ModelVersion[]): (version: ModelVersion) => VersionRole {
  const production = productionOf(model, aliases, versions)
  const candidate = candidateOf(model, aliases, versions)
  return (version) => roleOf(version, production, candidate)
}

/** The four measures of a classifier, or a regression's own, as far as any of its versions has them. */
export function metricColumnsOf(model: RegisteredModel, rows: readonly VersionRow[]): readonly KnownMetric[] {
  const logged: QualityMetrics = Object.assign({}, ...rows.map(({ run }) => run?.quality))
  const task = taskOf(model.task, logged)
  if (task !== 'regression') return headlineMetrics
  const own = metricsOf(task).filter((metric) => logged[metric] !== undefined)
  return own.length > 0 ? own.slice(0, 4) : metricsOf(task).slice(0, 3)
}

/** The words that the filter looks through. */
function wordsOf({ version, role, run }: VersionRow): string {
  const { ref, aliases, description, createdBy, stage } = version
  return [`v${ref.version}`, role, stage, ...aliases, description, createdBy, run?.name, run?.commit, run?.user].filter(Boolean).join('\n').toLowerCase()
}

export interface VersionFilterChoice {
  q: string
  /** A role, or empty for all. */
  stage: string
}

export function isShown(row: VersionRow, { q, stage }: VersionFilterChoice): boolean {
  const text = q.trim().toLowerCase()
  return (stage === '' || row.role === stage) && (text === '' || wordsOf(row).includes(text))
}

/** Newest first unless sorted otherwise; rows without a value are last either way. */
export function compareRows(a: VersionRow, b: VersionRow, sort: Sort | null): number {
  const newestFirst = compareVersions(b.version.ref.version, a.version.ref.version)
  if (sort === null) return newestFirst
  if (sort.key === 'version') return sort.descending ? newestFirst : -newestFirst
  const [x, y] = [sortValue(a, sort.key), sortValue(b, sort.key)]
  if (x === null || y === null) return x === y ? newestFirst : x === null ? 1 : -1
  return (sort.descending ? y - x : x - y) || newestFirst
}

function sortValue({ version, run, live }: VersionRow, key: string): number | null {
  switch (key) {
    case 'created':
      return version.createdAt
    case 'rate':
    case 'errors':
    case 'p95':
      return live?.[key] ?? null
    default:
      return Object.values(run?.quality ?? {}).find(({ metric }) => metric === key)?.value ?? null
  }
}

/** How far each measure reaches among the rows: what a full bar stands for. 1 for what lives in 0..1. */
export function barScale(metric: KnownMetric, rows: readonly VersionRow[]): number {
  const values = rows.flatMap(({ run }) => run?.quality[metric]?.value ?? [])
  const isShare = values.every((value) => value <= 1) && higherIsBetter(metric)
  return isShare ? 1 : Math.max(0, ...values)
}
