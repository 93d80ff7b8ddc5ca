import type { CoreSignal, OperationSignal } from '@/domain/signal'
import type { ServingLabels } from './promql'

/**
 * Whose labels the metrics carry, where they are not the runtime's own: pods and deployments as Kubernetes names
 * them, the exporter of a cache, a Kafka consumer group, or the Modeldeck convention, whatever the runtime.
 */
export type LabelScope = 'pod' | 'deployment' | 'cache' | 'consumer' | 'convention'

/** How a runtime answers one signal. Latencies come in seconds; what else, as `signalUnits` says. */
export interface SignalQuery {
  /** A PromQL template; its placeholders are listed in promql.ts. */
  query: string
  /** Where the whole model needs another formula than each of its versions. */
  modelQuery?: string
  /**
   * The same for a gauge in a range whose points are further apart than its scrapes: its extreme over `$step`, the
   * distance of two points. Left out where the worst of several readings is taken, or the mean (rangePoint.ts).
   */
  long?: { query: string; modelQuery?: string; each: 'max' | 'min' }
  /**
   * Which of several readings stands for a longer step, where that is not the one that `combine` takes; `none` for what is
   * configured and does not move by itself.
   */
  worst?: 'max' | 'min' | 'none'
  /** Labels of the answer that stay on the subject, beside model and version. */
  keep?: readonly string[]
  /** A kept label with a duration: of the rows of one subject that differ in it, the longest is shown. */
  longest?: string
  /**
   * How rows of one subject become one, where several label values belong to one model:
   * `sum` is exact; `max` and `min` show the worst of them, and the answer says so.
   */
  combine: 'sum' | 'max' | 'min'
  /** What a reader must know of these numbers, as a sentence. */
  note?: string
  /** The same, where the versions of a model are taken together. */
  modelNote?: string
  /** The runtime's labels when absent. */
  scope?: LabelScope
  /** One of its metrics is enough: they stand in for each other. */
  alternatives?: true
  /** Who exports the metrics, for a sentence where they are missing: `kube-state-metrics exports them`. */
  exporter?: string
}

/** A signal that a runtime cannot answer, and why, as a sentence. */
export interface UnsupportedSignal {
  reason: string
}

/** What is absent has the answer of operations.ts, which is the same for all runtimes. */
export type PresetSignals = Readonly<
  Record<CoreSignal, SignalQuery | UnsupportedSignal> & Partial<Record<OperationSignal, SignalQuery | UnsupportedSignal>>
>

/** The metrics of one serving runtime. A new runtime is a new file in presets/, and a line in presets/runtimes.ts. */
export interface Preset {
  /** What config.json calls it; one of `presetNames`. */
  name: string
  /** For sentences: `the Modeldeck convention`. */
  title: string
  /** What the labels are called unless config.json says otherwise. */
  labels: ServingLabels
  /** Metrics that no other runtime exports: where a server has samples of all of them, this preset fits. */
  marks: readonly string[]
  /** Metrics that may rightly be absent: they come with the first failure, or only where switched on. */
  optional?: readonly string[]
  /** Values of the version label that name no version. */
  noVersion?: readonly string[]
  /** What a reader must know of all of it, as sentences. */
  notes?: readonly string[]
  signals: PresetSignals
  /** A template that counts samples over ten minutes, to learn the scrape interval: `scrapeProbe`. */
  scrapeProbe: string
}
