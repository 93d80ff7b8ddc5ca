import type { SignalName } from '@/domain/signal'

/** What each signal is to a person. */
export const signalWords: Readonly<Record<SignalName, string>> = {
  request_rate: 'Request rate',
  error_ratio: 'Error rate',
  latency_p50: 'Latency, median',
  latency_p95: 'Latency, 95th percentile',
  latency_p99: 'Latency, 99th percentile',
  latency_mean: 'Latency, mean',
  in_flight: 'Requests in flight',
  quality_accuracy: 'Accuracy',
  quality_precision: 'Precision',
  quality_recall: 'Recall',
  quality_f1: 'F1',
  quality_samples: 'Labelled predictions',
  drift: 'Drift of inputs',
}
