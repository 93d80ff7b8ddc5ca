import { expect, it } from 'vitest'
import { memoryStore } from '@/demo/promql/memoryStore'
import { instantQuery } from '@/demo/promql/query'
import type { PrometheusApi } from './api'
import { createScrapeInterval, intervalOf, rateWindowMs, scrapeProbe } from './scrapeInterval'

it.each([
  [41, 15],
  [40, 15],
  [601, 1],
  [600, 1],
  [121, 5],
  [31, 20],
  [21, 30],
  [20, 30],
  [11, 60],
  [10, 60],
  [3, 300],
  [2, 300],
  [1, 600],
  [0, 600],
])('%d samples in ten minutes are one every %d s', (samples, seconds) => {
  expect(intervalOf(samples)).toBe(seconds * 1000)
})

/** What is measured, in seconds, after scrapes of so many seconds, so many seconds apart. */
async function measured(apart: number, seconds: number): Promise<number> {
  const now = 1_790_000_000_000
  const samples = Array.from({ length: Math.ceil(seconds / apart) }, (_, n) => [now - 500 - n * apart * 1000, n] as const)
  const store = memoryStore([{ labels: { __name__: 'answers_total', model: 'fraud' }, samples: samples.toReversed() }], apart * 1000)
  const api: Pick<PrometheusApi, 'query'> = {
    query: async (query, at) => {
      const answer = instantQuery(store, query, at)
      if (answer.resultType !== 'vector') throw new Error('not a vector')
      return { data: { resultType: 'vector', result: answer.result.map(({ value }) => ({ metric: {}, value: [at / 1000, String(value[1])] })) }, notes: [] }
    },
  }
  const probe = scrapeProbe('answers_total').replaceAll('$selector', 'model="fraud"')
  return (await createScrapeInterval(api, { now: () => now })(probe)) / 1000
}

it.each([
  [1, 3600, 1],
  [2, 3600, 2],
  [5, 3600, 5],
  [10, 3600, 10],
  [15, 3600, 15],
  [20, 3600, 20],
  [30, 3600, 30],
  [60, 3600, 60],
  [300, 3600, 300],
  // Younger than ten minutes: by the newest, once that holds four scrapes.
  [1, 60, 1],
  [1, 30, 2],
  [5, 60, 5],
  [15, 60, 15],
  [1, 3, 300],
])('scrapes every %d s for %d s are taken for one every %d s', async (seconds, forSeconds, expected) => {
  expect(await measured(seconds, forSeconds)).toBe(expected)
})

it.each([
  [15, 15, 60],
  [60, 15, 75],
  [3600, 60, 3660],
  [60, 60, 240],
])('a step of %d s and scrapes of %d s look back %d s', (step, scrape, window) => {
  expect(rateWindowMs(step * 1000, scrape * 1000)).toBe(window * 1000)
})

it('measures again until two measures agree, and then after ten minutes', async () => {
  let now = 0
  let samples = 2
  let asked = 0
  const api: Pick<PrometheusApi, 'query'> = {
    query: async () => {
      asked++
      return { data: { resultType: 'vector', result: [{ metric: {}, value: [0, String(samples)] }] }, notes: [] }
    },
  }
  const measure = createScrapeInterval(api, { now: () => now })
  const after = async (seconds: number, counted: number) => {
    now += seconds * 1000
    samples = counted
    return [(await measure('probe')) / 1000, asked]
  }
  expect(await after(0, 2)).toEqual([300, 1])
  expect(await after(10, 12)).toEqual([300, 1])
  expect(await after(15, 30)).toEqual([20, 2])
  expect(await after(30, 30)).toEqual([20, 3])
  expect(await after(300, 600)).toEqual([20, 3])
  expect(await after(301, 600)).toEqual([1, 4])
})
