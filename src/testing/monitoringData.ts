import type { StoredSeries } from '@/demo/world/metricStore'
import type { ServedModel } from '@/domain/model'
import { hourMs, minuteMs, secondMs } from '@/domain/time'
import { operationSeries, type TestSeries } from './operationData'

/** The last scrape; a test's clock stands here. */
export const monitoringNow = Date.UTC(2026, 0, 15, 12)
export const monitoringScrapeMs = 15 * secondMs
const since = monitoringNow - 2 * hourMs
/** `gappy` was not scraped between these. */
export const monitoringGap = { from: monitoringNow - 60 * minuteMs, to: monitoringNow - 30 * minuteMs }

/** A name that breaks what forgets to escape; legal in MLflow and as a label value. */
export const hostileName = 'we"ird\\na.me+\n|x'

interface Traffic {
  model: string
  version: string
  /** Requests a second, by code. */
  codes: Readonly<Record<string, number>>
  /** Share of requests that took at most so many seconds. */
  shares: Readonly<Record<string, number>>
  inFlight: number
}

const fast = { '0.05': 0.5, '0.1': 0.9, '0.25': 1, '0.5': 1, '+Inf': 1 }
const slow = { '0.05': 0, '0.1': 0.2, '0.25': 0.6, '0.5': 1, '+Inf': 1 }

/** Of requests that failed. */
const failures: Readonly<Record<string, number>> = { '0.05': 0, '0.1': 0, '0.25': 1, '0.5': 1, '+Inf': 1 }

const traffic: readonly Traffic[] = [
  { model: 'fraud-detector', version: '3', codes: { '200': 9.8, '503': 0.2 }, shares: fast, inFlight: 4 },
  { model: 'fraud-detector', version: '4', codes: { '200': 2 }, shares: slow, inFlight: 1 },
  { model: 'churn', version: '1', codes: { '200': 1, '404': 0.5 }, shares: fast, inFlight: 0 },
  { model: 'idle', version: '2', codes: { '200': 0 }, shares: fast, inFlight: 0 },
  { model: 'gappy', version: '1', codes: { '200': 1 }, shares: fast, inFlight: 2 },
  { model: hostileName, version: '1', codes: { '200': 3 }, shares: fast, inFlight: 1 },
  { model: 'orphan', version: '7', codes: { '200': 5 }, shares: fast, inFlight: 1 },
]

const scores: readonly (readonly [model: string, version: string, window: string, f1: number, samples: number])[] = [
  ['fraud-detector', '3', '1h', 0.5, 10],
  ['fraud-detector', '3', '24h', 0.9, 300],
  ['fraud-detector', '4', '24h', 0.8, 100],
  ['churn', '1', '24h', Number.NaN, 0],
]

/** The registered models of the data; `orphan` is served and not among them, `absent` the other way round. */
export const monitoredModels: readonly ServedModel[] = [
  'fraud-detector',
  'churn',
  'idle',
  'gappy',
  hostileName,
  'absent',
].map((name) => ({ ref: { source: 'mlflow', name }, serving: null }))

function series(): TestSeries[] {
  return [
    ...traffic.flatMap(({ model, version, codes, shares, inFlight }): TestSeries[] => {
      const total = Object.values(codes).reduce((sum, rate) => sum + rate, 0)
      const failed = Object.entries(codes).reduce((sum, [code, rate]) => sum + (code.startsWith('5') ? rate : 0), 0)
      const buckets = Object.entries(shares).flatMap(([le, share]) => [
        { le, outcome: 'success', rate: share * total - failed * (failures[le] ?? 0) },
        ...(failed === 0 ? [] : [{ le, outcome: 'error', rate: failed * (failures[le] ?? 0) }]),
      ])
      return [
        ...Object.entries(codes).map(([code, rate]) => ({
          labels: { __name__: 'model_requests_total', model, version, code },
          valueAt: (seconds: number) => 1000 + rate * seconds,
        })),
        ...buckets.map(({ rate, ...labels }) => ({
          labels: { __name__: 'model_request_duration_seconds_bucket', model, version, ...labels },
          valueAt: (seconds: number) => rate * seconds,
        })),
        { labels: { __name__: 'model_requests_in_progress', model, version }, valueAt: () => inFlight },
      ]
    }),
    ...scores.flatMap(([model, version, window, f1, samples]): TestSeries[] => {
      const labels = { model, version, window }
      const values = { f1, accuracy: f1 + 0.05, precision: f1 - 0.1, recall: f1 - 0.2 }
      return [
        ...Object.entries(values).map(([metric, value]) => ({
          labels: { __name__: 'model_quality', ...labels, metric },
          valueAt: () => value,
        })),
        { labels: { __name__: 'model_quality_samples', ...labels, metric: 'f1' }, valueAt: () => samples },
      ]
    }),
    ...operationSeries(monitoringNow),
    ...['amount', 'country'].map((feature, index) => ({
      labels: { __name__: 'model_drift', model: 'fraud-detector', version: '3', feature, stat: 'psi' },
      valueAt: (seconds: number) => 0.05 + index * 0.1 + (seconds / 7200) * 0.1,
    })),
  ]
}

/** Two hours of samples, as scrapes would have stored them. */
export function monitoringSeries(): StoredSeries[] {
  const times: number[] = []
  for (let at = since; at <= monitoringNow; at += monitoringScrapeMs) times.push(at)
  return series().map(({ labels, valueAt }) => ({
    labels,
    samples: times
      .filter((at) => labels['model'] !== 'gappy' || at <= monitoringGap.from || at >= monitoringGap.to)
      .map((at) => [at, valueAt((at - since) / 1000)] as const),
  }))
}
