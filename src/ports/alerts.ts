import type { Alert, AlertRule, AlertSubject, Labels } from '@/domain/alerts/alert'
import type { Silence, SilenceDraft } from '@/domain/alerts/silence'
import type { SourceInfo } from '@/domain/capability'
import type { ServedModel } from '@/domain/model'

/** What a source reports, and what was odd about it, in words. */
export interface AlertSet {
  alerts: readonly Alert[]
  notes: readonly string[]
  join: JoinModels
}

/** Joins labels to these models, by the labels and rules that monitoring is matched by. */
export type JoinModels = (models: readonly ServedModel[]) => AlertJoin

export interface RuleSet {
  rules: readonly AlertRule[]
  notes: readonly string[]
}

/** Tells which registered models labels belong to. */
export interface AlertJoin {
  /** None: they belong to no model; several: the labels are ambiguous. */
  find(labels: Labels): readonly AlertSubject[]
  /** What could not be read, in words. */
  notes: readonly string[]
}

/**
 * Where alerts come from: a Prometheus that evaluates rules (pending and firing), or an Alertmanager that
 * tells people and keeps silences (firing and suppressed). Every method rejects with SourceError, or with the
 * signal's reason when aborted.
 */
export interface AlertSource {
  readonly id: string
  readonly type: string
  /** Whether it evaluates rules: only then does it know what is pending. */
  readonly hasRules: boolean
  /** Whether it keeps silences, and whether config.json lets them be written. */
  readonly silences: 'none' | 'read' | 'write'

  info(signal?: AbortSignal): Promise<SourceInfo>
  /** Every alert that is pending, firing or suppressed, whomever it belongs to: one request. */
  listAlerts(signal?: AbortSignal): Promise<AlertSet>
  /** Its rules; rejects with `unsupported` where `hasRules` is false. */
  listRules(signal?: AbortSignal): Promise<RuleSet>
  /** Active and pending silences, and those that ended lately; rejects with `unsupported` where it keeps none. */
  listSilences(signal?: AbortSignal): Promise<readonly Silence[]>
  /** Sets a silence from now on; resolves with it as the source has it then. */
  silence(draft: SilenceDraft, signal?: AbortSignal): Promise<Silence>
  /** Ends a silence; resolves with it as the source has it then. Where only a rewrite is allowed it ends some seconds later. */
  unsilence(id: string, signal?: AbortSignal): Promise<Silence>
}
