import { describe, expect, test } from 'vitest'
import { instantQuery } from '@/demo/promql/query'
import { stories } from './stories'
import { createWorld, type World } from './world'

const minute = 60_000
const day = 24 * 60 * minute

function world(seed: string, now: number): World {
  return createWorld({ seed, now, realNow: () => now })
}

/** The only value of an instant query. */
function figure(w: World, query: string, at = w.clock.now()): number {
  const answer = instantQuery(w.metrics, query, at)
  return answer.resultType === 'vector' ? (answer.result[0]?.value[1] ?? Number.NaN) : Number.NaN
}

const errors = (version: number) =>
  `sum(rate(model_requests_total{model="freight-price",version="${version}",code=~"5.."}[5m])) / sum(rate(model_requests_total{model="freight-price",version="${version}"}[5m]))`
const p95 = (model: string, version: number) =>
  `1000 * histogram_quantile(0.95, sum by (le) (rate(model_request_duration_seconds_bucket{model="${model}",version="${version}"}[30m])))`
const recall = (version: number) => `model_quality{model="claim-fraud",version="${version}",metric="recall"}`

function metricsOf(w: World, model: string, version: number): Record<string, number> {
  const run = w.registry.runs.get(w.registry.models.get(model)?.versions.get(version)?.runId ?? '')
  return Object.fromEntries(run?.metrics.map((metric) => [metric.key, metric.value]) ?? [])
}

describe.each([
  ['modeldeck', Date.UTC(2026, 2, 3, 10)],
  ['another', Date.UTC(2026, 6, 1, 22, 41, 7, 313)],
  ['on a Sunday night', Date.UTC(2027, 0, 3, 2, 17, 23, 456)],
])('seed %s at %i', (seed, now) => {
  test('bad release: 0.2 % of errors became 4.1 % with version 18, and a roll back ends it', () => {
    const w = world(seed, now)
    expect(figure(w, errors(17), now - 200 * minute)).toBeCloseTo(0.002, 3)
    expect(figure(w, errors(18))).toBeGreaterThan(0.038)
    expect(figure(w, errors(18))).toBeLessThan(0.044)
    expect(figure(w, p95('freight-price', 18))).toBeGreaterThan(250)
    w.write({ kind: 'set-alias', model: 'freight-price', alias: 'champion', version: 17 })
    w.clock.advance(10 * minute)
    expect(figure(w, errors(17))).toBeLessThan(0.004)
    expect(figure(w, 'sum(rate(model_requests_total{model="freight-price",version="18"}[5m]))')).toBe(0)
  })

  test('drift: recall sinks from 0.91 to 0.78 in nine days while claim_amount moves; the retrained version holds', () => {
    const w = world(seed, now)
    expect(figure(w, recall(12), now - 9 * day)).toBeCloseTo(0.91, 1)
    expect(figure(w, recall(12), now - 9 * day)).toBeGreaterThan(0.9)
    expect(Math.abs(figure(w, recall(12)) - 0.78)).toBeLessThan(0.015)
    expect(figure(w, recall(13))).toBeGreaterThan(0.87)
    expect(Math.abs(figure(w, 'model_quality_samples{model="claim-fraud",version="12"}') - 1840)).toBeLessThan(5)
    const psi = 'max by (feature) (model_drift{model="claim-fraud",version="12",feature="claim_amount"})'
    expect(figure(w, psi)).toBeGreaterThan(0.27)
    expect(figure(w, psi, now - 12 * day)).toBeLessThan(0.1)
  })

  test('challenger: better in every measure, documented, tested, hardly slower, and it serves already', () => {
    const w = world(seed, now)
    const [champion, challenger] = [metricsOf(w, 'claim-fraud', 12), metricsOf(w, 'claim-fraud', 13)]
    const worse = ['test_f1', 'test_precision', 'test_recall', 'test_accuracy'].filter((key) => (challenger[key] ?? 0) <= (champion[key] ?? 1))
    expect(worse).toEqual([])
    expect(challenger['test_f1']).toBeCloseTo(0.921, 3)
    const slower = figure(w, p95('claim-fraud', 13)) / figure(w, p95('claim-fraud', 12))
    expect(slower).toBeLessThan(1.1)
    const share = figure(w, 'sum(rate(model_requests_total{model="claim-fraud",version="13"}[30m])) / sum(rate(model_requests_total{model="claim-fraud"}[30m]))')
    expect(share).toBeCloseTo(0.05, 2)
  })

  test('sunset: a deprecated version still gets 3 % of the requests, nine days before its end', () => {
    const w = world(seed, now)
    const tags = w.registry.models.get('address-matching')?.versions.get(4)?.tags
    expect(tags?.get('modeldeck.lifecycle')).toBe('deprecated')
    expect(tags?.get('modeldeck.sunset')).toBe(new Date(now + 9 * day).toISOString().slice(0, 10))
    const share = figure(w, 'sum(rate(model_requests_total{model="address-matching",version="4"}[30m])) / sum(rate(model_requests_total{model="address-matching"}[30m]))')
    expect(share).toBeCloseTo(0.031, 2)
  })

  test('two people: a colleague’s request waits, and the policy wants another one’s approval', () => {
    const model = world(seed, now).registry.models.get('candidate-screening')
    const tags = [...(model?.versions.get(8)?.tags ?? [])]
    const requests = tags.filter(([key]) => key.startsWith('modeldeck.request.'))
    expect(requests.map(([, text]) => JSON.parse(text))).toMatchObject([{ status: 'requested', requester: { name: 'jonas.keller', kind: 'authenticated' } }])
    expect(tags.filter(([key]) => key.startsWith('modeldeck.comment.'))).toHaveLength(1)
    expect(model?.tags.get('modeldeck.pending')).toBe('yes')
    expect(JSON.parse(model?.tags.get('modeldeck.policy') ?? '')).toEqual({ gates: { two_people: 'required' } })
  })

  test('bad candidate: worse recall, an empty card, no commit, failing tests', () => {
    const w = world(seed, now)
    const [champion, candidate] = [metricsOf(w, 'customer-churn', 8), metricsOf(w, 'customer-churn', 9)]
    expect(candidate['test_recall']).toBeLessThan((champion['test_recall'] ?? 0) - 0.1)
    const run = w.registry.runs.get(w.registry.models.get('customer-churn')?.versions.get(9)?.runId ?? '')
    expect(run?.files().get('MODEL_CARD.md')).toBe('')
    expect(run?.files().get('tests/junit.xml')).toMatch(/failures="3"/)
    expect(run?.tags.has('mlflow.source.git.commit')).toBe(false)
  })
})

test('every story starts at a model that exists', () => {
  const { models } = world('test', Date.UTC(2026, 2, 3)).registry
  expect(stories.filter(({ path }) => path !== '/requests' && !models.has(path.split('/')[3] ?? ''))).toEqual([])
  expect(stories).toHaveLength(6)
})
