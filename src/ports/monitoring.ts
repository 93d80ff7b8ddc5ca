import type { SourceInfo } from '@/domain/capability'
import type { ServedModel } from '@/domain/model'
import type { FigureSet, SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import type { TimeRange } from '@/domain/time'

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

/**
 * A monitoring system. Every method rejects with SourceError, or with the signal's reason when aborted.
 * What it returns is joined to registered models by config.json's `match`, in the unit of the signal.
 */
export interface MonitoringSource {
  readonly id: string
  readonly type: string

  info(signal?: AbortSignal): Promise<SourceInfo>
  /** Whether the signal exists here: a preset may lack it. The reason is a sentence. */
  supports(name: SignalName): true | { reason: string }
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
    range: TimeRange,
    maxPoints: number,
    signal?: AbortSignal,
  ): Promise<SeriesSet>
  /** What is served but belongs to none of these models. */
  listUnmatched(known: readonly ServedModel[], signal?: AbortSignal): Promise<readonly UnmatchedLabels[]>
}
