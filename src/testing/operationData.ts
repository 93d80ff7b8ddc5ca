import { hourMs, type EpochMs } from '@/domain/time'

/** A series by its value as time goes on. */
export interface TestSeries {
  labels: Readonly<Record<string, string>>
  valueAt: (secondsSinceStart: number) => number
}

interface TestPod {
  namespace: string
  pod: string
  /** Cores that it uses, and may use. */
  cpu: number
  limit: number
  /** Share of its periods in which it had to wait. */
  throttled: number
  memory: number
}

/** The last one only begins like a model: it is somebody else's. */
const pods: readonly TestPod[] = [
  { namespace: 'models', pod: 'fraud-detector-v3-6f9c7d5b8-x2lkq', cpu: 0.5, limit: 1, throttled: 0.5, memory: 200e6 },
  { namespace: 'models', pod: 'fraud-detector-v3-6f9c7d5b8-7mzvp', cpu: 0.25, limit: 1, throttled: 0, memory: 300e6 },
  { namespace: 'models', pod: 'fraud-detector-v4-58c6bd4f7d-q9wtz', cpu: 0.1, limit: 0.5, throttled: 0, memory: 100e6 },
  { namespace: 'models', pod: 'churn-predictor-00002-deployment-74d9cf7c4-hxs8k', cpu: 0.2, limit: 2, throttled: 0, memory: 150e6 },
  { namespace: 'other', pod: 'fraud-detector-ui-6f9c7d5b8-lk9d2', cpu: 3, limit: 4, throttled: 0, memory: 900e6 },
]

const deployments: readonly (readonly [deployment: string, wanted: number, available: number])[] = [
  ['fraud-detector-v3', 3, 2],
  ['fraud-detector-v4', 1, 1],
  ['churn-predictor-00002-deployment', 1, 1],
  ['fraud-detector-ui', 5, 5],
]

const constant = (value: number) => () => value
const counter = (perSecond: number) => (seconds: number) => 1000 + perSecond * seconds

function series(name: string, labels: Readonly<Record<string, string>>, valueAt: TestSeries['valueAt']): TestSeries {
  return { labels: { __name__: name, ...labels }, valueAt }
}

/** What the ground under the models says, as cAdvisor, kube-state-metrics and the exporters of stores and Kafka do. */
export function operationSeries(now: EpochMs): TestSeries[] {
  return [
    ...pods.flatMap(({ namespace, pod, cpu, limit, throttled, memory }) => {
      const labels = { namespace, pod, container: 'server' }
      // The same once more for the whole pod: it must not be counted twice.
      return [labels, { namespace, pod }].flatMap((own) => [
        series('container_cpu_usage_seconds_total', own, counter(cpu)),
        series('container_memory_working_set_bytes', own, constant(memory)),
        series('container_cpu_cfs_periods_total', own, counter(10)),
        series('container_cpu_cfs_throttled_periods_total', own, counter(10 * throttled)),
      ]).concat([
        series('kube_pod_container_resource_limits', { ...labels, resource: 'cpu', unit: 'core' }, constant(limit)),
        series('kube_pod_container_resource_limits', { ...labels, resource: 'memory', unit: 'byte' }, constant(memory * 2)),
      ])
    }),
    ...deployments.flatMap(([deployment, wanted, available]) => [
      series('kube_deployment_spec_replicas', { namespace: 'models', deployment }, constant(wanted)),
      series('kube_deployment_status_replicas_available', { namespace: 'models', deployment }, constant(available)),
    ]),
    series('redis_keyspace_hits_total', { instance: 'redis-churn:9121' }, counter(9)),
    series('redis_keyspace_misses_total', { instance: 'redis-churn:9121' }, counter(3)),
    ...(['hit', 'miss'] as const).map((status) =>
      series('memcached_commands_total', { instance: 'redis-idle:9121', command: 'get', status }, counter(status === 'hit' ? 4 : 1)),
    ),
    series('memcached_commands_total', { instance: 'redis-idle:9121', command: 'set', status: 'hit' }, counter(20)),
    ...(['hit', 'miss'] as const).map((result) => series('model_cache_requests_total', { model: 'churn', version: '1', result }, counter(result === 'hit' ? 1 : 4))),
    ...['0', '1'].map((partition) => series('kafka_consumergroup_lag', { consumergroup: 'churn', topic: 'events', partition }, constant(40))),
    ...['0', '1'].map((partition) => series('kafka_consumergroup_current_offset', { consumergroup: 'churn', topic: 'events', partition }, counter(6))),
    series('model_queue_depth', { model: 'churn', version: '1' }, constant(7)),
    series('model_queue_oldest_age_seconds', { model: 'churn', version: '1' }, constant(2.5)),
    series('model_stream_lag_messages', { model: 'churn', version: '1' }, constant(80)),
    series('model_stream_lag_seconds', { model: 'churn', version: '1' }, constant(4)),
    series('model_stream_messages_total', { model: 'churn', version: '1' }, counter(12)),
    // Ended an hour before the last scrape.
    series('model_batch_last_run_timestamp_seconds', { model: 'idle' }, constant((now - hourMs) / 1000)),
    series('model_batch_last_run_duration_seconds', { model: 'idle' }, constant(600)),
    series('model_batch_last_run_rows', { model: 'idle' }, constant(5000)),
    series('model_batch_last_run_failed', { model: 'idle' }, constant(1)),
    series('model_batch_interval_seconds', { model: 'idle' }, constant(86_400)),
    series('push_time_seconds', { model: 'gappy', job: 'nightly' }, constant((now - 2 * hourMs) / 1000)),
  ]
}
