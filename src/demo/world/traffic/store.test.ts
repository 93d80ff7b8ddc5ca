import { describe, expect, test } from 'vitest'
import { createWorld, type World } from '@/demo/world/world'

const now = Date.UTC(2026, 2, 3, 10)
const minute = 60_000
const day = 24 * 60 * minute

function world(): World {
  return createWorld({ seed: 'test', now, realNow: () => now })
}

function named(name: string, model?: string) {
  return [
    { name: '__name__', op: '=', value: name } as const,
    ...(model === undefined ? [] : [{ name: 'model', op: '=', value: model } as const]),
  ]
}

/** Requests per second of one version of a model over the minutes before an instant. */
function rate(w: World, model: string, version: number, at: number, code = /./): number {
  const minutes = 2
  return w.metrics
    .select(named('model_requests_total', model), at - minutes * minute - 1, at)
    .filter(({ labels }) => labels['version'] === String(version) && code.test(labels['code'] ?? ''))
    .reduce((sum, { samples }) => sum + ((samples.at(-1)?.[1] ?? 0) - (samples[0]?.[1] ?? 0)) / (minutes * 60), 0)
}

const counters = ['model_requests_total', 'model_request_duration_seconds_bucket', 'model_request_duration_seconds_sum', 'model_request_duration_seconds_count', 'model_predictions_total', 'model_input_invalid_total', 'container_cpu_usage_seconds_total', 'container_cpu_cfs_throttled_periods_total']

describe('counters', () => {
  test.each(counters)('%s never falls, over weeks and across a promotion', (name) => {
    const w = world()
    w.write({ kind: 'set-alias', model: 'claim-fraud', alias: 'champion', version: 13 })
    w.clock.advance(30 * minute)
    const ends = Float64Array.from({ length: 46 * 24 }, (_, hour) => now - 46 * day + hour * 60 * minute)
    for (const hint of [{ ends, rangeMs: 0 }, { ends: Float64Array.of(w.clock.now()), rangeMs: 90 * minute }]) {
      const series = w.metrics.select(named(name), (hint.ends[0] ?? 0) - hint.rangeMs - 1, hint.ends.at(-1) ?? 0, hint)
      expect(series.length).toBeGreaterThan(20)
      for (const { labels, samples } of series) {
        const falls = samples.filter(([, value], i) => value < (samples[i - 1]?.[1] ?? 0))
        expect({ labels, falls }).toEqual({ labels, falls: [] })
      }
    }
  })

  test('requests, histogram and its buckets agree at every scrape', () => {
    const w = world()
    const read = (name: string) => w.metrics.select(named(name, 'claim-fraud'), now - 5 * minute, now)
    const atEnd = (name: string, pick: (labels: Readonly<Record<string, string>>) => boolean) =>
      read(name).filter(({ labels }) => labels['version'] === '12' && pick(labels)).reduce((sum, s) => sum + (s.samples.at(-1)?.[1] ?? 0), 0)
    const count = atEnd('model_request_duration_seconds_count', () => true)
    expect(count).toBeGreaterThan(0)
    expect(atEnd('model_requests_total', () => true)).toBe(count)
    expect(atEnd('model_request_duration_seconds_bucket', (labels) => labels['le'] === '+Inf')).toBe(count)
    for (const outcome of ['success', 'error']) {
      const bounds = read('model_request_duration_seconds_bucket').filter(({ labels }) => labels['version'] === '12' && labels['outcome'] === outcome)
      const ordered = bounds.toSorted((a, b) => Number(a.labels['le']) - Number(b.labels['le'])).map((s) => s.samples.at(-1)?.[1] ?? 0)
      expect(ordered.length).toBeGreaterThan(20)
      expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
    }
    const errors = atEnd('model_requests_total', ({ code = '' }) => code.startsWith('5'))
    expect(atEnd('model_request_duration_seconds_count', ({ outcome }) => outcome === 'error')).toBe(errors)
  })
})

describe('what is selected', () => {
  test('lies on the scrape grid, after `from`, up to `to` and never in the future', () => {
    const w = world()
    const [series] = w.metrics.select(named('up'), now - 10 * minute, now + day)
    const times = series?.samples.map(([at]) => at) ?? []
    expect(times[0]).toBe(now - 10 * minute + w.metrics.scrapeIntervalMs)
    expect(times.at(-1)).toBe(now)
    expect(times.every((at) => at % w.metrics.scrapeIntervalMs === 0)).toBe(true)
  })

  test('is the same with and without a hint', () => {
    const w = world()
    const ends = Float64Array.of(now - 40 * minute, now)
    const hinted = w.metrics.select(named('model_requests_total'), now - 60 * minute, now, { ends, rangeMs: 5 * minute })
    const all = new Map(w.metrics.select(named('model_requests_total'), now - 60 * minute, now).map((s) => [JSON.stringify(s.labels), new Map(s.samples)]))
    for (const { labels, samples } of hinted) {
      expect(samples).toHaveLength(22)
      for (const [at, value] of samples) expect(all.get(JSON.stringify(labels))?.get(at)).toBe(value)
    }
  })

  test('follows matchers, regular expressions too', () => {
    const labels = world().metrics.select([{ name: '__name__', op: '=~', value: 'model_requests.*' }, { name: 'model', op: '=~', value: 'claim.*' }, { name: 'code', op: '!=', value: '200' }], now - minute, now)
    expect(new Set(labels.map((s) => s.labels['model']))).toEqual(new Set(['claim-fraud', 'claims-triage', 'claims_fraud_legacy']))
  })

  test('has something that no registered model explains', () => {
    const { metrics, registry } = world()
    const served = new Set(metrics.select(named('model_requests_total'), now - minute, now).map((s) => s.labels['model'] ?? ''))
    expect([...served].filter((model) => !registry.models.has(model)).toSorted()).toEqual(['claims_fraud_legacy', 'doc_ocr_svc'])
  })

  test('says of every exported metric what it is', () => {
    const { metrics } = world()
    const names = new Set(metrics.select([], now - minute, now).map((s) => (s.labels['__name__'] ?? '').replace(/_(bucket|sum|count)$/, '')))
    names.delete('up')
    expect([...names].toSorted()).toEqual(Object.keys(metrics.metadata()).toSorted())
  })
})

describe('traffic follows the champion', () => {
  test('moves to the promoted version within about two minutes, and leaves the past alone', () => {
    const w = world()
    const before = w.metrics.select(named('model_requests_total', 'claim-fraud'), now - 10 * minute, now).map((s) => s.samples)
    w.write({ kind: 'set-alias', model: 'claim-fraud', alias: 'champion', version: 13 })
    expect(w.metrics.select(named('model_requests_total', 'claim-fraud'), now - 10 * minute, now).map((s) => s.samples)).toEqual(before)
    w.clock.advance(6 * minute)
    const total = rate(w, 'claim-fraud', 12, now) + rate(w, 'claim-fraud', 13, now)
    expect(rate(w, 'claim-fraud', 12, now + 5 * minute)).toBe(0)
    expect(rate(w, 'claim-fraud', 13, now + 5 * minute)).toBeGreaterThan(0.7 * total)
    w.clock.advance(60 * minute)
    const alive = w.metrics.select(named('up'), w.clock.now() - minute, w.clock.now()).map((s) => s.labels['instance'])
    expect(alive).toContain('claim-fraud-v13:8080')
    expect(alive).not.toContain('claim-fraud-v12:8080')
  })

  test('a stage moves it as an alias does', () => {
    const w = world()
    w.write({ kind: 'transition', model: 'customs-code', version: 12, stage: 'Production', archiveExisting: true })
    w.clock.advance(6 * minute)
    expect(rate(w, 'customs-code', 12, w.clock.now())).toBeGreaterThan(5)
    expect(rate(w, 'customs-code', 11, w.clock.now())).toBe(0)
  })

  test('a new challenger gets a canary share, and keeps it only while it is one', () => {
    const w = world()
    w.write({ kind: 'set-alias', model: 'claims-triage', alias: 'challenger', version: 10 })
    w.clock.advance(6 * minute)
    const share = rate(w, 'claims-triage', 10, w.clock.now()) / rate(w, 'claims-triage', 11, w.clock.now())
    expect(share).toBeGreaterThan(0.03)
    expect(share).toBeLessThan(0.08)
    w.write({ kind: 'delete-alias', model: 'claims-triage', alias: 'challenger' })
    w.clock.advance(6 * minute)
    expect(rate(w, 'claims-triage', 10, w.clock.now())).toBe(0)
  })

  test('tags and a removed champion alias move nothing', () => {
    const w = world()
    w.write({ kind: 'set-model-tag', model: 'container-dwell-time', key: 'k', value: 'v' })
    w.write({ kind: 'delete-alias', model: 'premium-pricing', alias: 'champion' })
    w.clock.advance(6 * minute)
    expect(rate(w, 'container-dwell-time', 5, w.clock.now())).toBeGreaterThan(1)
    expect(rate(w, 'premium-pricing', 9, w.clock.now())).toBeGreaterThan(10)
  })
})
