import { bench } from 'vitest'
import type { MetricStore, StoredSeries } from '@/demo/world/metricStore'
import { instantQuery } from './query'
import { rangeQuery } from './rangeQuery'

const bounds = ['0.005', '0.01', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf']
const dayMs = 86_400_000

/** Buckets of each model's versions, sampled every 15 s, made beforehand so that only the evaluator is timed. */
function storeOf(models: number, versions: number, durationMs: number): MetricStore {
  const times = Float64Array.from({ length: durationMs / 15_000 + 1 }, (_, i) => i * 15_000)
  const series: StoredSeries[] = []
  for (let model = 0; model < models; model++) {
    for (let version = 1; version <= versions; version++) {
      for (const [b, le] of bounds.entries()) {
        const labels = { __name__: 'took_bucket', model: `m${model}`, version: String(version), le }
        series.push({ labels, samples: [], columns: { times, values: times.map((at) => at * (b + 1)) } })
      }
    }
  }
  return { scrapeIntervalMs: 15_000, since: 0, select: () => series, metadata: () => ({}) }
}

const fleet = storeOf(24, 2, 300_000)
const day = storeOf(1, 3, dayMs)

bench('p95 of 24 models now', () => {
  instantQuery(fleet, 'histogram_quantile(0.95, sum by (model, le) (rate(took_bucket[5m])))', 300_000)
})

bench('a day of p95 by version of one model, 200 steps', () => {
  rangeQuery(day, 'histogram_quantile(0.95, sum by (version, le) (rate(took_bucket[8m])))', 0, dayMs, dayMs / 200)
})
