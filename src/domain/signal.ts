/** What monitoring can say of a model, independent of any query language. */
export const signalNames = [
  'request_rate',
  'error_ratio',
  'latency_p50',
  'latency_p95',
  'latency_p99',
  'latency_mean',
  'in_flight',
  'quality_accuracy',
  'quality_precision',
  'quality_recall',
  'quality_f1',
  'quality_samples',
  'drift',
] as const
export type SignalName = (typeof signalNames)[number]

/** The unit of a signal's values after translation. */
export type Unit = 'per_second' | 'ratio' | 'ms' | 'count' | 'score' | 'index'

export const signalUnits: Readonly<Record<SignalName, Unit>> = {
  request_rate: 'per_second',
  error_ratio: 'ratio',
  latency_p50: 'ms',
  latency_p95: 'ms',
  latency_p99: 'ms',
  latency_mean: 'ms',
  in_flight: 'count',
  quality_accuracy: 'score',
  quality_precision: 'score',
  quality_recall: 'score',
  quality_f1: 'score',
  quality_samples: 'count',
  drift: 'index',
}
