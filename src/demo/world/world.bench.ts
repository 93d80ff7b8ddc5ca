import { bench, describe } from 'vitest'
import { instantQuery } from '@/demo/promql/query'
import { rangeQuery } from '@/demo/promql/rangeQuery'
import { createWorld } from './world'

/** `npx vitest bench --project pure src/demo/world`: what the demo asks of the page's main thread. */
const now = Date.UTC(2026, 2, 3, 10)
const day = 86_400_000
const fresh = () => createWorld({ seed: 'bench', now, realNow: () => now })
const { metrics } = fresh()
const rate = 'sum by (model) (rate(model_requests_total[5m]))'
const p95 = (selector: string) => `histogram_quantile(0.95, sum by (model, version, le) (rate(model_request_duration_seconds_bucket${selector}[5m])))`

describe('world', () => {
  bench('create', () => void fresh())
  bench('create, then the first query (nothing summed up yet)', () => void instantQuery(fresh().metrics, rate, now))
})

describe('queries', () => {
  bench('instant p95 of all models', () => void instantQuery(metrics, p95(''), now))
  bench('24 h p95 of one model, 200 steps', () => void rangeQuery(metrics, p95('{model="claim-fraud"}'), now - day, now, day / 200))
  bench('24 h request rate of all models, 200 steps', () => void rangeQuery(metrics, rate, now - day, now, day / 200))
  bench('30 d request rate of all models, 200 steps', () => void rangeQuery(metrics, rate, now - 30 * day, now, (30 * day) / 200))
})
