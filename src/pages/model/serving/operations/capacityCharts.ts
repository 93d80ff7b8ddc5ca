import type { OperationChart } from './operationCharts'

const noWorkload =
  'No pod of this model was seen in this range. Where its Deployment or StatefulSet is not called as the model, name it by "workload" under "match" in config.json, or in the model’s tag modeldeck.serving.'

const noQueue = 'Nothing was counted in this range.'

/** Where a model may be short of something. */
export const capacityCharts: readonly OperationChart[] = [
  { title: 'CPU', unit: 'cores in use, and the limit', layers: [{ signal: 'cpu_cores', name: 'used' }, { signal: 'cpu_limit', name: 'limit', bound: true }], rest: 'sum', none: noWorkload },
  { title: 'Memory', unit: 'working set, and the limit', layers: [{ signal: 'memory_bytes', name: 'used' }, { signal: 'memory_limit', name: 'limit', bound: true }], rest: 'sum', none: noWorkload },
  { title: 'CPU throttling', unit: 'share of periods that waited', layers: [{ signal: 'cpu_throttled' }], rest: 'leave-out', none: noWorkload },
  { title: 'Replicas', unit: 'available, of those wanted', layers: [{ signal: 'replicas_available', name: 'available' }, { signal: 'replicas_wanted', name: 'wanted', bound: true }], rest: 'sum', none: noWorkload },
]

export const queueLength: OperationChart = { title: 'Queue length', unit: 'requests that wait', layers: [{ signal: 'queue_depth' }], rest: 'sum', none: noQueue }

export const queueCharts: readonly OperationChart[] = [
  queueLength,
  { title: 'Oldest in the queue', unit: 'time it has waited', layers: [{ signal: 'queue_age' }], rest: 'leave-out', none: noQueue },
]

export const cacheChart: OperationChart = {
  title: 'Cache hit ratio',
  unit: 'share of look-ups',
  layers: [{ signal: 'cache_hit_ratio', name: 'own cache' }, { signal: 'redis_hit_ratio', name: 'Redis' }, { signal: 'memcached_hit_ratio', name: 'Memcached' }],
  rest: 'leave-out',
  none: 'No look-ups of this model were counted in this range. Where a Redis or Memcached stands beside it, name its exporter by "cache" under "match" in config.json, or in the model’s tag modeldeck.serving.',
}
