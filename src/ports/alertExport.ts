import type { ModelRef, ServedModel } from '@/domain/model'
import type { SignalName } from '@/domain/signal'
import type { ThresholdRule } from '@/domain/thresholds/rule'

/** A model with the limits that are to become alerts. */
export interface LimitedModel {
  model: ServedModel
  rules: readonly ThresholdRule[]
}

export interface AlertExportOptions {
  /** One alert a model, as health judges it, or one a version where versions are told apart. */
  by: 'model' | 'version'
  /** The address of the page that shows a model's signal. */
  linkTo: (ref: ModelRef, signal: SignalName) => string
}

export interface ExportedFile {
  /** `modeldeck-rules.yml`. */
  name: string
  text: string
}

/** Limits as the files of an alerting system, so that somebody is told when nobody looks at Modeldeck. */
export interface AlertExport {
  /** What evaluates the limits. */
  rules: ExportedFile
  /** Who is told, and how: to be completed. */
  routes: ExportedFile
  /** How many alerts the rules can raise. */
  alerts: number
  /** Limits that cannot be written as a rule, and why, as a sentence. */
  left: readonly { model: ModelRef; rule: string; why: string }[]
  /** What a reader must know of these limits, as sentences; what holds for all is said in the files. */
  notes: readonly string[]
}
