import type { SignalQuery } from '@/adapters/prometheus/preset'
import { maxOver, rateOf, select } from '@/adapters/prometheus/presets/formulas'
import { convention } from './convention'

const max = (metric: string) => `max by ($by) (${select(metric)})`

/** A gauge that is bad where it is high: over a longer step, the most that it was. */
function backlog(how: 'sum' | 'max', metric: string) {
  const text = (read: string) => `${how} by ($by) (${read})`
  return { query: text(select(metric)), long: { query: text(maxOver(select(metric))), each: 'max' }, combine: how } as const
}

/** What models say that are not only called by requests: batches, streams and queues. */
export const scheduleSignals = {
  queue_depth: { ...backlog('sum', 'model_queue_depth'), ...convention },
  queue_age: { ...backlog('max', 'model_queue_oldest_age_seconds'), ...convention },
  batch_age: {
    query: `time() - (${max('model_batch_last_run_timestamp_seconds')} or ${max('push_time_seconds')})`,
    combine: 'min',
    worst: 'max',
    alternatives: true,
    note: 'Since the last run ended; where a job says no more than that, since it last pushed to a Pushgateway.',
    ...convention,
  },
  batch_interval: { query: max('model_batch_interval_seconds'), combine: 'max', ...convention },
  batch_duration: { query: max('model_batch_last_run_duration_seconds'), combine: 'max', ...convention },
  batch_rows: { query: max('model_batch_last_run_rows'), combine: 'sum', ...convention },
  batch_failed: { query: max('model_batch_last_run_failed'), combine: 'max', ...convention },
  stream_lag: { ...backlog('sum', 'model_stream_lag_messages'), ...convention },
  stream_lag_time: { ...backlog('max', 'model_stream_lag_seconds'), ...convention },
  stream_rate: { query: rateOf('model_stream_messages_total'), combine: 'sum', ...convention },
  /** https://github.com/danielqsj/kafka_exporter */
  kafka_lag: { ...backlog('sum', 'kafka_consumergroup_lag'), scope: 'consumer', exporter: 'kafka_exporter exports them' },
  kafka_rate: { query: rateOf('kafka_consumergroup_current_offset'), combine: 'sum', scope: 'consumer', exporter: 'kafka_exporter exports them' },
} satisfies Record<string, SignalQuery>
