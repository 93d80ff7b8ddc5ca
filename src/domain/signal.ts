/** What every list and chart of requests and quality asks. */
export const coreSignals = [
  'request_rate',
  'error_ratio',
  'latency_p50',
  'latency_p95',
  'latency_p99',
  'latency_mean',
  'errors_by_class',
  'latency_p95_success',
  'latency_p95_error',
  'in_flight',
  'quality_accuracy',
  'quality_precision',
  'quality_recall',
  'quality_f1',
  'quality_samples',
  'drift',
] as const
export type CoreSignal = (typeof coreSignals)[number]

/** What the ground under a model says, and what a model says that is not called by requests alone. */
export const operationSignals = [
  'cpu_cores',
  'cpu_limit',
  'cpu_throttled',
  'memory_bytes',
  'memory_limit',
  'replicas_wanted',
  'replicas_available',
  'queue_depth',
  'queue_age',
  'cache_hit_ratio',
  'redis_hit_ratio',
  'memcached_hit_ratio',
  'batch_age',
  'batch_interval',
  'batch_duration',
  'batch_rows',
  'batch_failed',
  'stream_lag',
  'stream_lag_time',
  'stream_rate',
  'kafka_lag',
  'kafka_rate',
] as const
export type OperationSignal = (typeof operationSignals)[number]

/** What monitoring can say of a model, independent of any query language. */
export const signalNames = [...coreSignals, ...operationSignals] as const
export type SignalName = CoreSignal | OperationSignal

/** The unit of a signal's values after translation. `duration` is in ms as well, of things that take minutes or days. */
export type Unit = 'per_second' | 'ratio' | 'ms' | 'duration' | 'count' | 'cores' | 'bytes' | 'score' | 'index'

export const signalUnits: Readonly<Record<SignalName, Unit>> = {
  request_rate: 'per_second',
  error_ratio: 'ratio',
  latency_p50: 'ms',
  latency_p95: 'ms',
  latency_p99: 'ms',
  latency_mean: 'ms',
  errors_by_class: 'per_second',
  latency_p95_success: 'ms',
  latency_p95_error: 'ms',
  in_flight: 'count',
  quality_accuracy: 'score',
  quality_precision: 'score',
  quality_recall: 'score',
  quality_f1: 'score',
  quality_samples: 'count',
  drift: 'index',
  cpu_cores: 'cores',
  cpu_limit: 'cores',
  cpu_throttled: 'ratio',
  memory_bytes: 'bytes',
  memory_limit: 'bytes',
  replicas_wanted: 'count',
  replicas_available: 'count',
  queue_depth: 'count',
  queue_age: 'duration',
  cache_hit_ratio: 'ratio',
  redis_hit_ratio: 'ratio',
  memcached_hit_ratio: 'ratio',
  batch_age: 'duration',
  batch_interval: 'duration',
  batch_duration: 'duration',
  batch_rows: 'count',
  batch_failed: 'count',
  stream_lag: 'count',
  stream_lag_time: 'duration',
  stream_rate: 'per_second',
  kafka_lag: 'count',
  kafka_rate: 'per_second',
}
