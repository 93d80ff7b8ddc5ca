/** A value that a run logged: the last one of its key. `value` is `null` for NaN or an unreadable one. */
export interface LoggedMetric {
  key: string
  value: number | null
  step: number | null
  /** Milliseconds since the epoch. */
  at: number | null
}

/** The measures that the list has columns for. */
export const headlineMetrics = ['f1', 'accuracy', 'precision', 'recall'] as const
export type HeadlineMetric = (typeof headlineMetrics)[number]

/** Measures that are recognised under the names people log. */
export type KnownMetric = HeadlineMetric | 'roc_auc' | 'log_loss' | 'rmse' | 'mae' | 'mape' | 'r2' | 'mse'

export type MetricSplit = 'test' | 'eval' | 'val' | 'bare' | 'training'
export type MetricAverage = 'macro' | 'weighted' | 'micro' | 'binary'

/** A recognised metric: what it measures, and exactly what was logged. */
export interface QualityMetric {
  metric: KnownMetric
  /** 0..1 for ratios; the target's own unit for RMSE and MAE. `null`: logged, but not a number. */
  value: number | null
  /** The name as logged, e.g. `weighted avg_f1-score`. */
  rawName: string
  split: MetricSplit
  /** `null` where the name does not say. */
  average: MetricAverage | null
}

/** The recognised metrics of one run or logged model, at most one per measure. */
export type QualityMetrics = Partial<Record<KnownMetric, QualityMetric>>
