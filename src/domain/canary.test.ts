import { describe, expect, it } from 'vitest'
import { canaryLimits, judgeCanary, type Served } from './canary'

const limits = canaryLimits({})
const champion: Served = { version: '12', requests: 1_000_000, errorRatio: 0.002, p95Ms: 84 }
const challenger = (over: Partial<Served> = {}): Served => ({ version: '13', requests: 50_000, errorRatio: 0.002, p95Ms: 84, ...over })

describe('judgeCanary', () => {
  it.each<[string, Served, string, string]>([
    ['the same', challenger(), 'same', 'v13 serves as well as v12: errors differ by 0 pp (95 % interval −0.037 to +0.044), within what is tolerated; p95 is the same.'],
    ['a little slower', challenger({ p95Ms: 91 }), 'same', 'p95 is 7 ms (8.3 %) slower, within what is tolerated'],
    ['too slow', challenger({ p95Ms: 120 }), 'worse', 'v13 serves worse than v12'],
    ['faster', challenger({ p95Ms: 60 }), 'better', 'v13 serves better than v12'],
    ['more errors', challenger({ errorRatio: 0.04 }), 'worse', 'errors differ by +3.8 pp'],
    ['faster, but more errors', challenger({ errorRatio: 0.04, p95Ms: 60 }), 'worse', 'p95 is 24 ms (29 %) faster'],
    ['more errors by chance', challenger({ requests: 220, errorRatio: 0.0075 }), 'not-enough-data', 'which may be chance'],
    ['few requests', challenger({ requests: 160, errorRatio: 0.5 }), 'not-enough-data', 'Not enough data: v13 had 160 requests, and 200 are asked for.'],
    ['an unknown number of requests', challenger({ requests: null }), 'not-enough-data', 'Not enough data: v13 had an unknown number of requests'],
    ['no requests', challenger({ requests: 0, errorRatio: null, p95Ms: null }), 'not-enough-data', 'v13 had 0 requests'],
    ['no error ratio', challenger({ errorRatio: null }), 'unknown', 'an error ratio is missing'],
    ['no latency', challenger({ p95Ms: null }), 'unknown', 'a p95 is missing'],
    ['no latency, more errors', challenger({ p95Ms: null, errorRatio: 0.04 }), 'worse', 'a p95 is missing'],
  ])('%s', (_, version, verdict, words) => {
    const report = judgeCanary(champion, version, limits)
    expect(report.verdict).toBe(verdict)
    expect(report.sentence).toContain(words)
  })

  it('asks the champion for requests too', () => {
    expect(judgeCanary({ ...champion, requests: 50 }, challenger(), limits).sentence).toBe('Not enough data: v12 had 50 requests, and 200 are asked for.')
  })

  it('keeps the interval of the difference on both sides of it', () => {
    const { errors } = judgeCanary(champion, challenger({ errorRatio: 0.0026 }), limits)
    expect(errors.interval?.low).toBeLessThan(0.0006)
    expect(errors.interval?.high).toBeGreaterThan(0.0006)
    expect(errors.verdict).toBe('same')
  })
})

it('takes tolerances from the policy, as the checks of a promotion do', () => {
  const policy = { model: { thresholds: { error_ratio: { tolerance: 0.0001, minSamples: 1000 }, latency_p95: { tolerance: 0.5 } } } }
  expect(canaryLimits(policy)).toEqual({ errorTolerance: 0.0001, latencyTolerance: 0.5, minRequests: 1000 })
  expect(judgeCanary(champion, challenger({ errorRatio: 0.003, p95Ms: 120 }), canaryLimits(policy)).sentence).toContain('errors differ by +0.1 pp')
})
