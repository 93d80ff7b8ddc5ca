import { expect, it } from 'vitest'
import type { PrometheusApi } from './api'
import { createScrapeInterval, intervalOf, rateWindowMs } from './scrapeInterval'

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
