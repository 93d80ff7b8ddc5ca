import type { SourceInfo } from '@/domain/capability'
import type { ServedModel } from '@/domain/model'
import type { FigureSet, SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import type { AskedRange } from '@/domain/time'
import type { AlertExport, AlertExportOptions, LimitedModel } from './alertExport'

/** Which models, and whether versions are told apart. */
export interface Selection {
  /** The answer is joined to these; what matches none of them is left out (see listUnmatched). */
  models: readonly ServedModel[]
  by: 'model' | 'version'
}

/** Label values that match no registered model, with the rate they carry. */
export interface UnmatchedLabels {
  labels: Readonly<Record<string, string>>
  requestRate: number | null
}

/** How one signal is asked for, or why it is not. */
export interface SignalPlan {
  name: SignalName
  /** A template, as config.json takes it; `null`: the signal is not asked for. */
  query: string | null
  /** Where the whole model is asked for by another text than its versions. */
  modelQuery: string | null
  /** Who decided it. */
  origin: 'preset' | 'config'
  /** Why it is not asked for, as a sentence. */
  reason: string | null
  /** What a reader must know of its numbers, as sentences. */
  notes: readonly string[]
}

/** How everything is asked for. */
export interface QueryPlan {
  /** The runtime whose metrics are read. */
  preset: { name: string; title: string }
  /** Label names; `version: null`: versions are not told apart. */
  labels: { model: string; version: string | null }
  signals: readonly SignalPlan[]
  /** What may stand in a template, and what it becomes. */
  placeholders: readonly { name: string; meaning: string }[]
}

/** What a template answers, before anybody has decided for it. */
export interface Preview extends FigureSet {
  /** What it answers beside: rows that belong to none of the models asked for. */
  strangers: readonly { labels: Readonly<Record<string, string>>; value: number | null }[]
}

/**
 * A monitoring system. Every method rejects with SourceError, or with the signal's reason when aborted.
 * What it returns is joined to registered models by config.json's `match`, in the unit of the signal.
 */
export interface MonitoringSource {
  readonly id: string
  readonly type: string

  info(signal?: AbortSignal): Promise<SourceInfo>
  /**
   * Whether the signal exists here: a preset may lack it. The reason is a sentence. `true` also while the preset
   * is not known yet; what it lacks is then `unsupported` when asked for.
   */
  supports(name: SignalName): true | { reason: string }
  /**
   * Of these signals, those of which the source has had no samples for a day, of whatever model, and why, as a
   * sentence: what would be asked in vain. A source that cannot list what it has lacks nothing that it supports.
   */
  lacking(names: readonly SignalName[], signal?: AbortSignal): Promise<ReadonlyMap<SignalName, string>>
  /**
   * One figure per subject. `windowMs`: what rates and quantiles look back on; `offsetMs`: how long
   * before now, 0 for now.
   */
  figures(
    name: SignalName,
    selection: Selection,
    when: { windowMs: number; offsetMs: number },
    signal?: AbortSignal,
  ): Promise<FigureSet>
  /** One series per subject; at most `maxPoints` samples each, steps aligned. */
  series(
    name: SignalName,
    selection: Selection,
    range: AskedRange,
    maxPoints: number,
    signal?: AbortSignal,
  ): Promise<SeriesSet>
  /** How it asks for each signal: what is in use, to read and to change. */
  plan(signal?: AbortSignal): Promise<QueryPlan>
  /**
   * Asks for a signal by another template, once, and changes nothing. What cannot be sent, and what the server
   * refuses, rejects as `rejected` with the reason in words. All that is served is asked for, not these models alone.
   */
  preview(
    name: SignalName,
    query: string,
    selection: Selection,
    when: { windowMs: number; offsetMs: number },
    signal?: AbortSignal,
  ): Promise<Preview>
  /** Limits as the files of its alerting system. What exactly it measures of them may be asked; nothing is written to it. */
  exportAlerts(limited: readonly LimitedModel[], options: AlertExportOptions, signal?: AbortSignal): Promise<AlertExport>
  /** What is served but belongs to none of these models. */
  listUnmatched(known: readonly ServedModel[], signal?: AbortSignal): Promise<readonly UnmatchedLabels[]>
}
