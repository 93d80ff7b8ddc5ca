import { describe, expect, it } from 'vitest'
import type { StoredSeries } from '@/demo/world/metricStore'
import { memoryStore } from './memoryStore'
import { instantQuery } from './query'
import { rangeQuery, slicedRangeQuery } from './rangeQuery'

/** A sample every 15 s from 0 on; `null` is a missed scrape. */
function series(labels: Record<string, string>, values: readonly (number | null)[]): StoredSeries {
  return { labels, samples: values.flatMap((value, i): [number, number][] => (value === null ? [] : [[i * 15_000, value]])) }
}

const store = memoryStore([
  series({ __name__: 'hits_total', model: 'a', code: '200' }, [0, 10, 20, 30, 40]),
  series({ __name__: 'hits_total', model: 'a', code: '500' }, [0, 1, 2, 0, 1]),
  series({ __name__: 'hits_total', model: 'b', code: '200' }, [null, null, 100, 130, 160]),
  series({ __name__: 'size', model: 'a' }, [4, 4, 4, 4, 4]),
  series({ __name__: 'width', model: 'a' }, [1, 1, 1, 1, 1]),
  series({ __name__: 'size', model: 'b' }, [1, Number.NaN, 3, 5, 7]),
  ...[
    ['0.1', 10],
    ['0.5', 30],
    ['1', 40],
    ['+Inf', 40],
  ].map(([le, count]) => series({ __name__: 'took_bucket', model: 'a', le: String(le) }, [0, 0, 0, 0, Number(count)])),
])

/** `{model="a"} 1` for each element, sorted. */
function answer(text: string, at = 60_000): string[] | string {
  const result = instantQuery(store, text, at)
  if (result.resultType === 'scalar') return String(result.result[1])
  if (result.resultType !== 'vector') return result.resultType
  return result.result.map(({ metric, value }) => {
    const labels = Object.entries(metric).map(([name, text]) => `${name}=${text}`)
    return `${labels.toSorted().join(',')} ${Math.round(value[1] * 1e6) / 1e6}`
  })
}

describe('an instant query', () => {
  it.each([
    ['size', ['__name__=size,model=a 4', '__name__=size,model=b 7']],
    ['size offset 30s', ['__name__=size,model=a 4', '__name__=size,model=b 3']],
    ['rate(hits_total{code="200"}[1m])', ['code=200,model=a 0.666667', 'code=200,model=b 1.25']],
    ['increase(hits_total{code="500"}[1m])', ['code=500,model=a 3']],
    ['sum by (model) (rate(hits_total{code=~"5.."}[1m])) / sum by (model) (rate(hits_total[1m]))', ['model=a 0.069767']],
    ['histogram_quantile(0.5, took_bucket)', ['model=a 0.3']],
    ['histogram_quantile(0.95, took_bucket)', ['model=a 0.9']],
    ['histogram_quantile(0.5, took_bucket{le!="+Inf"})', ['model=a NaN']],
    ['topk(1, size)', ['__name__=size,model=b 7']],
    ['size > 5 or on () vector(9)', ['__name__=size,model=b 7']],
    ['max_over_time(size[1m])', ['model=a 4', 'model=b 7']],
    ['absent(nothing{model="a"})', ['model=a 1']],
    ['size * on (model) group_right size', ['model=a 16', 'model=b 49']],
    ['-2 ^ 2', '-4'],
    ['1 + 2 * 3', '7'],
  ])('%s', (text, expected) => {
    expect(answer(text)).toEqual(expected)
  })

  it('looks back five minutes and no further', () => {
    expect(answer('size{model="a"}', 360_000)).toEqual(['__name__=size,model=a 4'])
    expect(answer('size{model="a"}', 360_001)).toEqual([])
  })

  it('returns the samples of a range', () => {
    expect(instantQuery(store, 'size{model="b"}[20s]', 60_000)).toEqual({
      resultType: 'matrix',
      result: [{ metric: { __name__: 'size', model: 'b' }, values: [[45_000, 5], [60_000, 7]] }],
    })
  })
})

describe('a range query', () => {
  it('leaves out the steps at which an element does not exist', () => {
    expect(rangeQuery(store, 'hits_total{model="b"} > 120', 15_000, 60_000, 15_000)).toEqual({
      resultType: 'matrix',
      result: [{ metric: { __name__: 'hits_total', model: 'b', code: '200' }, values: [[45_000, 130], [60_000, 160]] }],
    })
  })

  it('gives a scalar as one series without labels', () => {
    expect(rangeQuery(store, 'time() / 2', 0, 2_000, 1_000)).toEqual({
      resultType: 'matrix',
      result: [{ metric: {}, values: [[0, 0], [1_000, 0.5], [2_000, 1]] }],
    })
  })
})

describe('a range query in slices', () => {
  it.each(['rate(hits_total[30s])', 'size > 4', 'topk(1, size)', 'size @ start() + size @ end()', 'avg_over_time(size[30s:10s])', 'time()'])('%s equals the query in one', async (text) => {
    let pauses = 0
    const pause = async (): Promise<void> => void pauses++
    const sliced = await slicedRangeQuery(store, text, { start: 0, end: 120_000, stepMs: 5_000 }, pause, 0)
    expect(sliced).toEqual(rangeQuery(store, text, 0, 120_000, 5_000))
    expect(pauses).toBeGreaterThan(1)
  })
})

describe('what fails on the data', () => {
  it.each([
    ['rate({__name__=~"size|width"}[1m])', 'vector cannot contain metrics with the same labelset'],
    ['-{__name__=~"size|width"}', 'vector cannot contain metrics with the same labelset'],
    ['size + on (model) hits_total', 'many-to-many matching not allowed: matching labels must be unique on one side'],
    ['hits_total + on (model) size', 'many-to-one matching must be explicit (group_left/group_right)'],
    ['label_replace(size, "model", "one", "model", ".*")', 'vector cannot contain metrics with the same labelset'],
    ['topk(NaN, size)', 'Scalar value NaN overflows int64'],
  ])('%s', (text, words) => {
    expect(() => instantQuery(store, text, 60_000)).toThrow(words)
  })
})
