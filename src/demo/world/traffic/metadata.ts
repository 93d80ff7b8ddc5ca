import type { MetricStore } from '@/demo/world/metricStore'

/** Type and help of every exported metric. */
export const metricMetadata: ReturnType<MetricStore['metadata']> = {
  model_requests_total: { type: 'counter', help: 'Requests answered, by HTTP status.' },
  model_request_duration_seconds: { type: 'histogram', help: 'Time to answer a request.' },
  model_requests_in_progress: { type: 'gauge', help: 'Requests being answered.' },
  model_predictions_total: { type: 'counter', help: 'Predictions by class.' },
  model_input_invalid_total: { type: 'counter', help: 'Requests refused by the schema, by reason.' },
  model_quality: { type: 'gauge', help: 'Quality measured on the labels of a window.' },
  model_quality_samples: { type: 'gauge', help: 'Labelled predictions behind model_quality.' },
  model_drift: { type: 'gauge', help: 'Distance of an input from its training data.' },
  model_batch_last_run_timestamp_seconds: { type: 'gauge', help: 'When the last batch run ended.' },
  model_batch_last_run_duration_seconds: { type: 'gauge', help: 'How long the last batch run took.' },
  model_batch_last_run_rows: { type: 'gauge', help: 'Rows that the last batch run scored.' },
  model_batch_last_run_failed: { type: 'gauge', help: '1 where the last batch run failed.' },
}
