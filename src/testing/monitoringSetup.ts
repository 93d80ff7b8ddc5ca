import { createPrometheus, type PrometheusOptions } from '@/adapters/prometheus/index'
import type { ServedModel } from '@/domain/model'
import type { KnownFigure, MonitoringSetup } from '@/testing/contracts/monitoring'
import { hourMs, minuteMs } from '@/domain/time'
import { hostileName, monitoredModels, monitoringGap, monitoringNow } from './monitoringData'

/** Where the server is, and what else differs from the defaults. */
type ServerOptions = Pick<PrometheusOptions, 'baseUrl'> & Partial<PrometheusOptions>

/** The adapter over a server that holds the samples of monitoringData.ts. */
export function sourceOverTestData(options: ServerOptions) {
  return createPrometheus({
    id: 'prometheus',
    preset: 'modeldeck',
    labels: {},
    match: [{ cache: 'redis-${kebab(name)}:9121' }],
    queries: {},
    registryIds: ['mlflow'],
    clock: { now: () => monitoringNow },
    ...options,
  })
}

/** What the contract needs to know of them. */
export function testDataSetup(options: ServerOptions): MonitoringSetup {
  return {
    source: sourceOverTestData(options),
    busy: [modelNamed('fraud-detector'), modelNamed('churn'), modelNamed(hostileName)],
    registered: monitoredModels,
    absent: modelNamed('absent'),
    flawless: modelNamed('churn').ref,
    idle: modelNamed('idle'),
    gap: { model: modelNamed('gappy'), ...monitoringGap },
    known: figures,
    tolerance: 1e-6,
  }
}

function modelNamed(name: string): ServedModel {
  return { ref: { source: 'mlflow', name }, serving: null }
}

const fraud = 'fraud-detector'

/** Counted by hand from the rates and bucket shares of the data. */
const figures: readonly KnownFigure[] = [
  { signal: 'request_rate', model: fraud, version: null, value: 12 },
  { signal: 'request_rate', model: fraud, version: '3', value: 10 },
  { signal: 'request_rate', model: 'idle', version: '2', value: 0 },
  { signal: 'request_rate', model: hostileName, version: '1', value: 3 },
  { signal: 'request_rate', model: 'absent', version: null, value: null },
  { signal: 'error_ratio', model: fraud, version: '3', value: 0.02 },
  { signal: 'error_ratio', model: fraud, version: '4', value: 0 },
  { signal: 'error_ratio', model: fraud, version: null, value: 0.2 / 12 },
  // 404 is the caller's mistake.
  { signal: 'error_ratio', model: 'churn', version: null, value: 0 },
  { signal: 'error_ratio', model: 'idle', version: null, value: null },
  { signal: 'latency_p50', model: fraud, version: '3', value: 50 },
  { signal: 'latency_p95', model: fraud, version: '3', value: 175 },
  { signal: 'latency_p95', model: fraud, version: '4', value: 468.75 },
  // Rank 11.4 of 12 a second: 11.2 are within 250 ms, all within 500 ms.
  { signal: 'latency_p95', model: fraud, version: null, value: 312.5 },
  // Of 10 a second, 0.2 failed, all of them in 100 to 250 ms, where 0.8 others ended.
  { signal: 'latency_p95_success', model: fraud, version: '3', value: 100 + (150 * (9.8 * 0.95 - 9)) / 0.8 },
  { signal: 'latency_p95_error', model: fraud, version: '3', value: 242.5 },
  { signal: 'latency_p95_error', model: fraud, version: '4', value: null },
  { signal: 'errors_by_class', model: fraud, version: '3', labels: { code: '503' }, value: 0.2 },
  { signal: 'errors_by_class', model: 'churn', version: '1', labels: { code: '404' }, value: 0.5 },
  { signal: 'latency_p95', model: 'idle', version: null, value: null },
  { signal: 'in_flight', model: fraud, version: null, value: 5 },
  { signal: 'quality_f1', model: fraud, version: '3', labels: { window: '24h' }, value: 0.9 },
  { signal: 'quality_f1', model: fraud, version: null, labels: { window: '24h' }, value: 0.875 },
  { signal: 'quality_f1', model: 'churn', version: '1', value: null },
  { signal: 'quality_samples', model: fraud, version: null, labels: { window: '24h' }, value: 400 },
  { signal: 'drift', model: fraud, version: null, labels: { feature: 'country', stat: 'psi' }, value: 0.25 },
  { signal: 'cpu_cores', model: fraud, version: '3', value: 0.75 },
  { signal: 'cpu_cores', model: fraud, version: null, value: 0.85 },
  { signal: 'cpu_limit', model: fraud, version: '3', value: 2 },
  { signal: 'cpu_throttled', model: fraud, version: '3', value: 0.25 },
  { signal: 'cpu_cores', model: 'churn', version: null, value: 0.2 },
  { signal: 'memory_bytes', model: fraud, version: '3', value: 500e6 },
  { signal: 'memory_limit', model: fraud, version: '4', value: 200e6 },
  { signal: 'replicas_wanted', model: fraud, version: '3', value: 3 },
  { signal: 'replicas_available', model: fraud, version: '3', value: 2 },
  { signal: 'replicas_available', model: 'churn', version: null, value: 1 },
  { signal: 'redis_hit_ratio', model: 'churn', version: null, value: 0.75 },
  { signal: 'memcached_hit_ratio', model: 'idle', version: null, value: 0.8 },
  { signal: 'cache_hit_ratio', model: 'churn', version: '1', value: 0.2 },
  { signal: 'kafka_lag', model: 'churn', version: null, value: 80 },
  { signal: 'kafka_rate', model: 'churn', version: null, value: 12 },
  { signal: 'queue_depth', model: 'churn', version: '1', value: 7 },
  { signal: 'queue_age', model: 'churn', version: '1', value: 2500 },
  { signal: 'stream_lag', model: 'churn', version: '1', value: 80 },
  { signal: 'stream_lag_time', model: 'churn', version: '1', value: 4000 },
  { signal: 'stream_rate', model: 'churn', version: '1', value: 12 },
  { signal: 'batch_age', model: 'idle', version: null, value: hourMs },
  { signal: 'batch_age', model: 'gappy', version: null, value: 2 * hourMs },
  { signal: 'batch_interval', model: 'idle', version: null, value: 24 * hourMs },
  { signal: 'batch_duration', model: 'idle', version: null, value: 10 * minuteMs },
  { signal: 'batch_rows', model: 'idle', version: null, value: 5000 },
  { signal: 'batch_failed', model: 'idle', version: null, value: 1 },
]
