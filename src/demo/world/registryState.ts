import type { EpochMs } from '@/domain/time'

/** What the simulated MLflow holds: its tables, with its own words for stages and states. */
export interface RegistryState {
  models: Map<string, ModelRecord>
  runs: Map<string, RunRecord>
  experiments: Map<string, ExperimentRecord>
  loggedModels: Map<string, LoggedModelRecord>
}

export interface ModelRecord {
  name: string
  createdAt: EpochMs
  updatedAt: EpochMs
  /** `null` is left out of answers, the empty text is not: so does MLflow. */
  description: string | null
  tags: Map<string, string>
  /** Alias → version number; it may dangle, as on servers before 3.17. */
  aliases: Map<string, number>
  /** Ascending by number; deleted versions are gone. */
  versions: Map<number, VersionRecord>
  /** Highest number ever given: numbers are not used twice. */
  lastVersion: number
}

export type StageName = 'None' | 'Staging' | 'Production' | 'Archived'

export interface VersionRecord {
  version: number
  createdAt: EpochMs
  updatedAt: EpochMs
  description: string | null
  stage: StageName
  /** `models:/m-…` since MLflow 3, an artifact address before. */
  source: string
  /** The empty text: registered without a run. */
  runId: string
  status: 'READY' | 'PENDING_REGISTRATION' | 'FAILED_REGISTRATION'
  tags: Map<string, string>
}

export interface MetricRecord {
  key: string
  /** May be NaN or infinite: people log that. */
  value: number
  at: EpochMs
  step: number
}

export interface DatasetRecord {
  name: string
  digest: string
  context: 'training' | 'eval'
  source: string
  /** Rows and elements as MLflow's profile text. */
  profile: string
}

/** Path → text of every file below a root; made when first asked. */
export type FileTree = ReadonlyMap<string, string>

export interface RunRecord {
  id: string
  experimentId: string
  name: string
  user: string
  status: 'FINISHED' | 'FAILED' | 'RUNNING'
  startedAt: EpochMs
  endedAt: EpochMs
  /** The last value of every key. */
  metrics: readonly MetricRecord[]
  params: ReadonlyMap<string, string>
  tags: Map<string, string>
  datasets: readonly DatasetRecord[]
  /** MLflow 3 keeps the model outside the run; `null`: the run's own folder `model/`. */
  loggedModelId: string | null
  /** All points of one key, ascending by step. */
  history(key: string): readonly MetricRecord[]
  files(): FileTree
}

export interface LoggedModelRecord {
  id: string
  experimentId: string
  runId: string
  name: string
  createdAt: EpochMs
  updatedAt: EpochMs
  tags: Map<string, string>
  files(): FileTree
}

export interface ExperimentRecord {
  id: string
  name: string
  createdAt: EpochMs
}
