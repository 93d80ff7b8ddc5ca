import { test } from 'vitest'
import { createWorld } from '@/demo/world/world'
import { instantQuery } from '@/demo/promql/query'
import { rangeQuery } from '@/demo/promql/rangeQuery'
test('x', () => {
  const now = Date.UTC(2026, 2, 3, 10)
  let t0 = performance.now()
  const world = createWorld({ seed: 'a', now, realNow: () => now })
  console.log('world', (performance.now() - t0).toFixed(1))
  const m = world.metrics
  const h = 3_600_000, d = 24 * h
  const out: string[] = []
  const timed = (label: string, f: () => any) => { const t = performance.now(); const r = f(); out.push(`${label}: ${(performance.now() - t).toFixed(1)} ms, ${r.result.length} series`); return r }
  for (let i = 0; i < 3; i++) {
    timed('instant rate all', () => instantQuery(m, 'sum by (model) (rate(model_requests_total[5m]))', now))
    timed('instant p95 all', () => instantQuery(m, 'histogram_quantile(0.95, sum by (model, version, le) (rate(model_request_duration_seconds_bucket[5m])))', now))
    timed('24h p95 one', () => rangeQuery(m, 'histogram_quantile(0.95, sum by (version, le) (rate(model_request_duration_seconds_bucket{model="claim-fraud"}[15m])))', now - d, now, d / 200))
    timed('24h rate all', () => rangeQuery(m, 'sum by (model) (rate(model_requests_total[15m]))', now - d, now, d / 200))
    timed('30d rate all', () => rangeQuery(m, 'sum by (model) (rate(model_requests_total[5m]))', now - 30 * d, now, 30 * d / 200))
    timed('30d p95 one', () => rangeQuery(m, 'histogram_quantile(0.95, sum by (version, le) (rate(model_request_duration_seconds_bucket{model="freight-price"}[1h])))', now - 30 * d, now, 30 * d / 300))
    timed('30d quality', () => rangeQuery(m, 'avg by (version, metric)(model_quality{model="claim-fraud"})', now - 30 * d, now, 30 * d / 300))
  }
  const r = instantQuery(m, 'sum(rate(model_requests_total[5m]))', now) as any
  out.push('total ' + JSON.stringify(r.result))
  for (const q of ['sum by (model)(rate(model_requests_total{code=~"5.."}[5m])) / sum by (model)(rate(model_requests_total[5m]))', 'histogram_quantile(0.95, sum by (model, version, le) (rate(model_request_duration_seconds_bucket[30m])))', 'sum by (model,version)(rate(model_requests_total[5m]))', 'model_quality{model="claim-fraud"}', 'model_quality_samples', 'model_drift{model="claim-fraud"}', '{__name__=~"model_batch_.*"}','sum(model_requests_in_progress) by (model)','histogram_quantile(0.95, sum by (le) (rate(model_request_duration_seconds_bucket[30m])))','sum(rate(model_requests_total{code=~"5.."}[5m])) / sum(rate(model_requests_total[5m]))']) {
    const r = instantQuery(m, q, now) as any
    out.push(q); for (const s of r.result) out.push('   ' + Object.entries(s.metric).filter(([k]) => !['job', 'instance', '__name__'].includes(k)).map(([k, v]) => `${k}=${String(v).slice(0, 30)}`).join(' ') + '  ' + Number(s.value[1]).toFixed(4))
  }
  const f = rangeQuery(m, 'sum by (version)(rate(model_requests_total{model="freight-price",code=~"5.."}[5m])) / sum by (version)(rate(model_requests_total{model="freight-price"}[5m]))', now - 4 * h, now, h / 4) as any
  for (const s of f.result) out.push(JSON.stringify(s.metric) + s.values.map((v: any) => (v[1] * 100).toFixed(2)).join(' '))
  const g = rangeQuery(m, 'model_quality{model="claim-fraud",metric="recall"}', now - 14 * d, now, d) as any
  for (const s of g.result) out.push(JSON.stringify(s.metric) + s.values.map((v: any) => (v[1]).toFixed(3)).join(' '))
  const k = rangeQuery(m, 'sum(rate(model_requests_total{model="claim-fraud"}[15m]))', now - 7 * d, now, 3 * h) as any
  for (const s of k.result) out.push(s.values.map((v: any) => (v[1]).toFixed(0)).join(' '))
  console.log(out.join('\n'))
})
