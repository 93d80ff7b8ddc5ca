import type { EpochMs } from './time'
import type { LoggedMetric, QualityMetrics } from './metric'
import type { Problem } from './problem'

/** The run behind a version: what it logged. */
export interface Run {
  id: string
  name: string | null
  experimentId: string | null
  status: string | null
  startedAt: EpochMs | null
  endedAt: EpochMs | null
  user: string | null
  metrics: readonly LoggedMetric[]
  /** Recognised by the naming rule (domain/quality). */
  quality: QualityMetrics
  params: Readonly<Record<string, string>>
  tags: Readonly<Record<string, string>>
  /** Git commit, where the run recorded one. */
  commit: string | null
  /** `undefined`: the registry keeps no such list. */
  datasets?: readonly RunDataset[]
  problems: readonly Problem[]
}

/** Data that a run read, as it logged it. */
export interface RunDataset {
  name: string
  digest: string | null
  /** What for: `training`, `eval`, …; `null` where the run does not say. */
  context: string | null
  /** Rows of it; `null` where its profile does not say. */
  rows: number | null
}

/** One point of a metric's history within a run. */
export interface MetricPoint {
  step: number
  at: EpochMs
  /** `null`: NaN or infinite. */
  value: number | null
}
