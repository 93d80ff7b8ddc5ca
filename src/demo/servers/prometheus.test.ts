import { getResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '@/demo/promql/memoryStore'
import { prometheusHandlers } from './prometheus'

const store = memoryStore([
  { labels: { __name__: 'up', job: 'b' }, samples: [[1_000, 1], [16_000, Number.NaN]] },
  { labels: { __name__: 'up', job: 'a' }, samples: [[1_000, 1], [16_000, 1e-7]] },
])
const handlers = prometheusHandlers({ metrics: { ...store, metadata: () => ({ up: { type: 'gauge', help: 'Whether it answered.' } }) }, clock: { now: () => 16_500 } }, 'http://host/base/prometheus')

async function ask(path: string, init?: RequestInit): Promise<{ status: number; type: string | null; body: unknown }> {
  const response = await getResponse(handlers, new Request(`http://host/base/prometheus${path}`, init))
  const text = (await response?.text()) ?? ''
  const type = response?.headers.get('Content-Type') ?? null
  return { status: response?.status ?? 0, type, body: type === 'application/json' ? JSON.parse(text) : text }
}

function form(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) }
}

function range(start: string, end: string, step: string, query = 'up'): RequestInit {
  return form({ query, start, end, step })
}

describe('an answer', () => {
  it.each([
    ['/api/v1/query?query=up', undefined, { resultType: 'vector', result: [{ metric: { __name__: 'up', job: 'a' }, value: [16.5, '1e-07'] }, { metric: { __name__: 'up', job: 'b' }, value: [16.5, 'NaN'] }] }],
    ['/api/v1/query?time=2', form({ query: '1/0' }), { resultType: 'scalar', result: [2, '+Inf'] }],
    ['/api/v1/query', form({ query: '"text"', time: '1970-01-01T00:00:02Z' }), { resultType: 'string', result: [2, 'text'] }],
    ['/api/v1/query_range', form({ query: 'up{job="a"}', start: '0', end: '20', step: '10s' }), { resultType: 'matrix', result: [{ metric: { __name__: 'up', job: 'a' }, values: [[10, '1'], [20, '1e-07']] }] }],
    ['/api/v1/series?match[]=up{job="b"}', undefined, [{ __name__: 'up', job: 'b' }]],
    ['/api/v1/labels', undefined, ['__name__', 'job']],
    ['/api/v1/label/job/values', undefined, ['a', 'b']],
    ['/api/v1/label/job/values?match[]=up{job!="a"}&start=0&end=20', undefined, ['b']],
    ['/api/v1/metadata', undefined, { up: [{ type: 'gauge', help: 'Whether it answered.', unit: '' }] }],
    ['/api/v1/rules', undefined, { groups: [] }],
    ['/api/v1/alerts', undefined, { alerts: [] }],
    ['/api/v1/targets', undefined, { activeTargets: [], droppedTargets: [] }],
  ])('%s', async (path, init, data) => {
    expect(await ask(path, init)).toEqual({ status: 200, type: 'application/json', body: { status: 'success', data } })
  })
})

describe('a refusal', () => {
  it.each([
    ['/api/v1/query', undefined, 'invalid parameter "query": 1:1: parse error: no expression found in input'],
    ['/api/v1/query?query=1&time=x', undefined, 'invalid parameter "time": Invalid time value for \'time\': cannot parse "x" to a valid timestamp'],
    ['/api/v1/query?query=1&timeout=x', undefined, 'invalid parameter "timeout": cannot parse "x" to a valid duration'],
    ['/api/v1/query_range', range('', '1', '1'), 'invalid parameter "start": cannot parse "" to a valid timestamp'],
    ['/api/v1/query_range', range('1', '0', '1'), 'invalid parameter "end": end timestamp must not be before start time'],
    ['/api/v1/query_range', range('0', '1', '0'), 'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer'],
    ['/api/v1/query_range', range('0', '11001', '1'), 'exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)'],
    ['/api/v1/query_range', range('0', '1', '1', 'up['), '1:4: parse error: missing unit character in duration'],
    ['/api/v1/query_range', range('0', '1', '1', 'up[5m]'), 'invalid expression type "range vector" for range query, must be Scalar or instant Vector'],
    ['/api/v1/series', undefined, 'no match[] parameter provided'],
    ['/api/v1/series?match[]={}', undefined, 'invalid parameter "match[]": match[] must contain at least one non-empty matcher'],
    ['/api/v1/label/a-b/values', undefined, 'invalid label name: "a-b"'],
  ])('%s %#', async (path, init, error) => {
    expect(await ask(path, init)).toEqual({ status: 400, type: 'application/json', body: { status: 'error', errorType: 'bad_data', error } })
  })

  it('takes exactly 11,000 steps', async () => {
    expect((await ask('/api/v1/query_range', range('0', '11000', '1', '1'))).status).toBe(200)
  })

  it('is 422 where the data are at fault', async () => {
    expect(await ask('/api/v1/query', form({ query: 'label_replace(up, "job", "x", "job", ".*")' }))).toMatchObject({
      status: 422,
      body: { status: 'error', errorType: 'execution', error: 'vector cannot contain metrics with the same labelset' },
    })
  })

  it.each([
    ['/api/v1/nope', 'GET', 404, '404 page not found\n'],
    ['/nope', 'GET', 404, '404 page not found\n'],
    ['/api/v1/targets', 'POST', 405, 'Method Not Allowed\n'],
    ['/api/v1/query', 'DELETE', 405, 'Method Not Allowed\n'],
  ])('%s by %s is text', async (path, method, status, body) => {
    expect(await ask(path, { method })).toEqual({ status, type: 'text/plain; charset=utf-8', body })
  })
})
