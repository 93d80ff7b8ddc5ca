import type { ServingKind } from '@/domain/model'

/** Two-class quality; F1 and accuracy follow from it through the confusion matrix. */
export interface ClassifierQuality {
  precision: number
  recall: number
  /** Share of positives in the test set. */
  prevalence: number
  /** Rows of the test set. */
  testRows: number
}

/** In the target's own unit, but `r2` and `mape`. */
export interface RegressorQuality {
  mae: number
  rmse: number
  r2: number
  mape: number
}

/** The habit by which a team names what it logs. */
export type NamingStyle =
  | 'test_'
  | 'test/'
  | 'eval_'
  | 'val_'
  | 'bare'
  | 'evaluate'
  | 'report'
  | 'training_'

export type CardGrade = 'excellent' | 'good' | 'thin' | 'empty' | 'none'

/** Which of the usual libraries made it; decides files, parameters and training curves. */
export type Flavor = 'sklearn' | 'xgboost' | 'lightgbm' | 'pytorch' | 'transformers'

export type ColumnType = 'double' | 'long' | 'string' | 'boolean' | 'datetime'

/** What differs from the rule for one version. */
export interface VersionSpec {
  daysOld?: number
  precision?: number
  recall?: number
  mae?: number
  card?: CardGrade
  description?: string
  /** Failing tests by name; the rest pass. */
  failingTests?: readonly string[]
  noRun?: boolean
  noCommit?: boolean
  nanMetric?: boolean
  stage?: 'Staging' | 'Production' | 'Archived'
  tags?: Readonly<Record<string, string>>
  user?: string
  /** Server errors and p95 of this version, where they differ from the model's. */
  errorRatio?: number
  p95Ms?: number
  /** Column added to or dropped from the signature since. */
  addsColumn?: readonly [name: string, type: ColumnType]
}

export interface TrafficSpec {
  /** Mean in working hours. */
  requestsPerSecond: number
  /** p95 of a healthy version in working hours. */
  p95Ms: number
  /** Server errors of a healthy version. */
  errorRatio: number
  /** How much of the day's rhythm the traffic follows, 0..1. */
  rhythm: number
  /** Labelled predictions that come back within a week. Default: from the name. */
  labelledPerWeek?: number
  /** It runs on a machine of its own: no cAdvisor sees it. */
  outsideKubernetes?: true
}

/** Where a model finds what it has computed before: in a store beside it, or within itself. */
export interface CacheSpec {
  kind: 'redis' | 'memcached' | 'own'
  /** Where its exporter is. */
  instance: string
}

export interface BatchSpec {
  /** Hour of the day (UTC) at which it starts. */
  hour: number
  everyHours: number
  minutes: number
  rows: number
  /** Its scheduler has started none for so long. */
  stoppedHours?: number
}

/** A model of the demo's company, as a person would describe it. */
export interface ModelSpec {
  name: string
  owner: string
  /** Who trains it. */
  people: readonly [string, ...string[]]
  /** Markdown; `null`: none. */
  description: string | null
  /** What the card says of purpose, data and limits. */
  about: { use: string; data: string; limits: string }
  task: string
  kind: ServingKind
  flavor: Flavor
  naming: NamingStyle
  versions: number
  /** Days between versions. */
  cadenceDays: number
  /** Versions that became champion, oldest first, with days ago; the last one serves. */
  promotions: readonly (readonly [version: number, daysAgo: number])[]
  challenger?: number
  /** Of the champion (or of the newest version where there is none). */
  quality: ClassifierQuality | RegressorQuality
  columns: readonly (readonly [name: string, type: ColumnType])[]
  /** Output classes; empty for a number. */
  classes: readonly string[]
  card: CardGrade
  /** Its runs keep curves, calibration, slices and folds beside the confusion matrix. */
  fullEvaluation?: boolean
  traffic?: TrafficSpec
  batch?: BatchSpec
  cache?: CacheSpec
  /** The Kafka consumer group that it reads by; a stream without one tells its lag itself. */
  consumer?: string
  /** Share of requests that a version other than the champion gets, for the whole history. */
  sideShare?: Readonly<Record<number, number>>
  tags?: Readonly<Record<string, string>>
  version?: Readonly<Record<number, VersionSpec>>
  /** `stage`: Production is MLflow's old stage; `none`: nothing marks it. */
  production?: 'alias' | 'stage' | 'none'
  /** Points the champion alias at a version that was deleted. */
  dangling?: number
  /** The label `model` under which it is served, where it is not the name. */
  servedAs?: string
}

export function isClassifier(quality: ClassifierQuality | RegressorQuality): quality is ClassifierQuality {
  return 'precision' in quality
}
