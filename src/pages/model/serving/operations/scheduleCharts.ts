import type { OperationChart } from './operationCharts'

const noStream =
  'Nothing was counted in this range. A model that reads a stream exports its lag as docs/signals.md says; a Kafka consumer group of another name is named by "consumer" under "match" in config.json, or in the model’s tag modeldeck.serving.'

export const streamCharts: readonly OperationChart[] = [
  { title: 'Lag', unit: 'messages that wait', layers: [{ signal: 'stream_lag' }, { signal: 'kafka_lag', name: 'Kafka' }], rest: 'sum', none: noStream },
  { title: 'Lag in time', unit: 'age of the next message', layers: [{ signal: 'stream_lag_time' }], rest: 'leave-out', none: noStream },
  { title: 'Throughput', unit: 'messages read', layers: [{ signal: 'stream_rate' }, { signal: 'kafka_rate', name: 'Kafka' }], rest: 'sum', none: noStream },
]

const noBatch =
  'No run was seen in this range. A batch job says when it ended, how long it took, how many rows it scored and whether it failed by model_batch_last_run_timestamp_seconds and the like: see docs/signals.md.'

/** The time between two runs, as a chart of their age draws it. */
export const batchAgeTitle = 'Time since the last run'

export const batchCharts: readonly OperationChart[] = [
  { title: batchAgeTitle, unit: 'falls to 0 when one ends', layers: [{ signal: 'batch_age' }], rest: 'leave-out', none: noBatch },
  { title: 'Duration of runs', unit: 'of the last run at each moment', layers: [{ signal: 'batch_duration' }], rest: 'leave-out', none: noBatch },
  { title: 'Rows of runs', unit: 'scored by the last run', layers: [{ signal: 'batch_rows' }], rest: 'sum', none: noBatch },
]
